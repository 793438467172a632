using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Images;

/// <summary><c>x-ecr</c>, <c>x-docker_opts</c> and <c>x-project</c> of a service: what is asked of its image, and what it is made of.</summary>
public sealed class ImagesModule : ServiceModule
{
    private const string Ecr = "x-ecr";
    private const string DockerOptions = "x-docker_opts";

    private const string Project = "x-project";

    private static readonly string[] Options = [Ecr, DockerOptions];

    public override IReadOnlyList<string> Keys { get; } = [.. Options, Project];

    public override Synthesized Synthesize(Family family, Surroundings surroundings, DiagnosticBag diagnostics) => new()
    {
        Contributions = [.. family.Services.Select(service => Checked(service, diagnostics)).SelectMany(service => Options.Select(key => Of(family, service, service.Key(key), diagnostics))).OfType<Contribution>()],
    };

    // The manifest carries the project on to the publish, which finds it on the disk.
    private static ComposeService Checked(ComposeService service, DiagnosticBag diagnostics)
    {
        var key = service.Key(Project);
        if (key is { Value: not YamlScalar { Text.Length: > 0 } })
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(key.Name, "the path of a .NET project", key.Value.Location));
        }
        else if (key is not null && service.Build is null)
        {
            diagnostics.Add(ImagesDiagnostics.NothingIsBuilt(service.Name, key.Key.Location));
        }

        return service;
    }

    private static Contribution? Of(Family family, ComposeService service, YamlEntry? key, DiagnosticBag diagnostics)
    {
        if (key is null)
        {
            return null;
        }

        if (key.Value is not YamlMapping mapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(key.Name, "a mapping with InterpolateWithDigest" + (key.Name == Ecr ? " and VulnerabilitiesScan" : ""), key.Value.Location));
            return null;
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        var digest = reader.Boolean("InterpolateWithDigest");
        if (key.Name == Ecr)
        {
            CheckScan(service, reader, diagnostics);
        }

        reader.RejectOthers();
        return digest is { Value: true } asked ? Pin(family, service, asked.Origin, diagnostics) : null;
    }

    private static void CheckScan(ComposeService service, MappingReader reader, DiagnosticBag diagnostics)
    {
        VulnerabilitiesScan.CheckRole(reader, diagnostics);
        if (reader.Mapping("VulnerabilitiesScan") is { } scan)
        {
            VulnerabilitiesScan.Check(MappingReader.Of(scan, diagnostics), diagnostics);
            diagnostics.Add(ImagesDiagnostics.ScanNotChecked(service.Name, reader.Entry("VulnerabilitiesScan")?.Key.Location ?? scan.Location));
        }
    }

    // A default of ECS, said because the service asks for it.
    private static Contribution? Pin(Family family, ComposeService service, Location origin, DiagnosticBag diagnostics)
    {
        if (service.Image is { } image && image.Value.Contains("@sha256:"))
        {
            return null;
        }

        if (service is { Image: { } tagged, Build: null })
        {
            diagnostics.Add(ImagesDiagnostics.PinnedAtDeployment(tagged.Value, origin));
        }

        return new SetOnContainer(family, [service.Name], "VersionConsistency", new CfnString("enabled", origin), origin);
    }
}
