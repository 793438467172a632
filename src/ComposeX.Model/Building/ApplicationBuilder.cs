using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Templates;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Meshes;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Vintage;
using ComposeX.Syntax;

namespace ComposeX.Model.Building;

/// <summary>Understands a compose project as an application: families, declared resources, and who uses what.</summary>
public static class ApplicationBuilder
{
    public static Application Build(ComposeProject project, IReadOnlyList<Module> modules, ApplicationOptions options, DiagnosticBag diagnostics)
    {
        (project, var families, var declarations) = Declare(project, modules, options, diagnostics);
        var links = LinkBuilder.Build(declarations, families, diagnostics);
        diagnostics.AddRange(LogicalId.Clashes(Names(families, declarations)));
        if (families.Count == 0 && declarations.Count == 0)
        {
            diagnostics.Add(ModelDiagnostics.NothingToBuild(project.Root.Location));
        }

        var offers = declarations.SelectMany(declaration => declaration.Module.Offers(declaration)).ToList();
        var network = offers.OfType<NetworkOffer>().FirstOrDefault();
        if (network is null && !diagnostics.HasErrors && Needer(families, declarations) is { } needer)
        {
            diagnostics.Add(ModelDiagnostics.NoNetwork(needer));
        }

        var stackName = StackName(project, options, diagnostics);
        return new(stackName, new(project, families, declarations, links, options.Lookups, network, offers.OfType<ClusterOffer>().FirstOrDefault())
        {
            Files = options.Files,
            StackName = stackName,
            OffersOfFamilies = [.. modules.SelectMany(module => families.SelectMany(family => module.OffersOf(family).Select(offer => (new Declaration(module, family.Name, family.Origin), offer))))],
        });
    }

    /// <summary>The declarations of a project, bound, and nothing linked yet.</summary>
    public static DeclaredApplication Declare(ComposeProject project, IReadOnlyList<Module> modules, ApplicationOptions options, DiagnosticBag diagnostics)
    {
        project = CapacityChoice.Apply(Vintage2020.Rewrite(project, FamilyBuilder.Build, diagnostics));
        project = MeshRegistration.Rewrite(project, FamilyBuilder.Build, MeshChoice.Of(options.Environment.FirstOrDefault(option => option.Key == MeshChoice.Key)?.Choices));
        var families = FamilyBuilder.Build(project.Services);
        var declared = new DeclarationBuilder(options.Lookups, diagnostics).Build(project.Extensions, modules);
        var completed = EnvironmentBuilder.Complete(declared, modules, families, options.Environment);
        return new(project, families, [.. completed.Select(declaration => declaration with { Bound = IsRefused(declaration) ? null : declaration.Module.Bind(declaration, diagnostics) })]);
    }

    // Reported where it was read.
    private static bool IsRefused(Declaration declaration) => declaration.Import is not null && !declaration.Module.TakesImports;

    private static Location? Needer(IReadOnlyList<Family> families, IReadOnlyList<Declaration> declarations) =>
        families.Count > 0 ? families[0].Origin : declarations.FirstOrDefault(declaration => declaration.Module.NeedsNetworkFor(declaration) && declaration.IsNew)?.Origin;

    // Names that differ only where logical ids do not are reported here once, not for each resource that is named for them.
    private static IEnumerable<NamedId> Names(IReadOnlyList<Family> families, IReadOnlyList<Declaration> declarations) =>
        families.Select(family => new NamedId(family.Name, LogicalId.From("family", family.Name), family.Origin))
            .Concat(declarations.Select(declaration => new NamedId($"{declaration.Module.Key}.{declaration.Name}", declaration.LogicalId(), declaration.Origin)));

    private static string StackName(ComposeProject project, ApplicationOptions options, DiagnosticBag diagnostics)
    {
        var name = InEnvironment(options.StackName ?? Regex.Replace(project.Name.Replace('_', '-'), "^(?=[^A-Za-z])", "stack-"), options.EnvironmentName);
        if (!Regex.IsMatch(name, "^[A-Za-z][A-Za-z0-9-]{0,127}$", RegexOptions.CultureInvariant))
        {
            diagnostics.Add(ModelDiagnostics.InvalidStackName(name, Location.OfFile(project.Root.Location.File)));
        }

        return name;
    }

    // Who composes the name from the environment has said it already.
    private static string InEnvironment(string name, string? environment) =>
        environment is null || name.EndsWith("-" + environment, StringComparison.Ordinal) ? name : $"{name}-{environment}";
}
