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

/// <summary><c>x-ecr</c> and <c>x-docker_opts</c> of a service: what is asked of its image.</summary>
public sealed class ImagesModule : ServiceModule
{
    private const string Ecr = "x-ecr";
    private const string DockerOptions = "x-docker_opts";

    public override IReadOnlyList<string> Keys { get; } = [Ecr, DockerOptions];

    public override Synthesized Synthesize(Family family, Surroundings surroundings, DiagnosticBag diagnostics) => new()
    {
        Contributions = [.. family.Services.SelectMany(service => Keys.Select(key => Of(family, service, service.Key(key), diagnostics))).OfType<Contribution>()],
    };

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
