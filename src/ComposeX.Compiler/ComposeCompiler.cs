using System.Linq;
using System.Threading;
using ComposeX.CloudFormation.Lookups;
using ComposeX.CloudFormation.Validation;
using ComposeX.Compiler.Boundaries;
using ComposeX.Compiler.Families;
using ComposeX.Compiler.Images;
using ComposeX.Compiler.Linking;
using ComposeX.Compiler.Lookups;
using ComposeX.Compiler.Rooms;
using ComposeX.Compiler.Stacks;
using ComposeX.Compiler.Tags;
using ComposeX.Compose;
using ComposeX.Model.Building;
using ComposeX.Model.Lookups;
using ComposeX.Syntax;

namespace ComposeX.Compiler;

/// <summary>The one way in: from compose files to CloudFormation templates, stage by stage.</summary>
public static class ComposeCompiler
{
    /// <summary>
    /// Compiles a project. A stage reports all that it finds, and the next starts only when there is no error, so the result is
    /// either whole or null with the errors in <paramref name="diagnostics"/>.
    /// </summary>
    public static Compilation? Compile(CompileRequest request, DiagnosticBag diagnostics, CancellationToken cancellation = default)
    {
        var rooms = ModuleAssemblies.Add(request.Modules, diagnostics);
        var project = ComposeLoader.Load(request.Compose, diagnostics);
        if (project is null || Stop(diagnostics, cancellation))
        {
            return null;
        }

        project = ImageFacts.Fill(project, request.Image);
        var application = ApplicationBuilder.Build(project, rooms.Modules, request.ToApplicationOptions(request.ReadLock(diagnostics)), diagnostics);
        if (Stop(diagnostics, cancellation))
        {
            return null;
        }

        var declared = DeclarationSynthesizer.Synthesize(application, diagnostics);
        var linked = LinkSynthesizer.Synthesize(application);
        var families = FamilySynthesizer.Synthesize(application, rooms, [.. declared.Contributions, .. linked], diagnostics);
        var tags = TagReader.Read(project, diagnostics);
        var resolved = PropertyCopies.Resolve(ReferenceResolver.Resolve([declared, families], application.Declarations, diagnostics));
        var synthesis = WithoutService.Remove(resolved, application.Surroundings);
        if (Stop(diagnostics, cancellation))
        {
            return null;
        }

        var templates = StackLayouter.LayOutStacks(application, synthesis, request.StackLayout, request.TemplateFormat, diagnostics);
        templates = Tagging.Tag(PermissionsBoundaries.Set(templates, request.PermissionsBoundary), tags);
        TemplateValidator.Validate(templates, diagnostics);
        if (Stop(diagnostics, cancellation))
        {
            return null;
        }

        return new(project, templates, ManifestBuilder.Build(application, templates, request.TemplateFormat));
    }

    /// <summary>What is to be found on AWS for a project's look-ups, whatever its lock file has; null when <paramref name="diagnostics"/> tell why not.</summary>
    public static LookupPlan? PlanLookups(CompileRequest request, DiagnosticBag diagnostics, CancellationToken cancellation = default)
    {
        // What else there is to say about the files, the build says.
        var findings = new DiagnosticBag();
        var rooms = ModuleAssemblies.Add(request.Modules, findings);
        var project = ComposeLoader.Load(request.Compose, findings);
        var application = project is null || Stop(findings, cancellation) ? null
            : ApplicationBuilder.Declare(project, rooms.Modules, request.ToApplicationOptions(LookupLock.Unwritten), findings);
        var plan = application is null || Stop(findings, cancellation) ? null : LookupPlanner.Plan(application, rooms, diagnostics);
        // Modules of others say here too that they failed, while they are planned.
        diagnostics.AddRange(findings.Where(finding => finding.Severity == DiagnosticSeverity.Error));
        return Stop(diagnostics, cancellation) ? null : plan;
    }

    private static bool Stop(DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return diagnostics.HasErrors;
    }
}
