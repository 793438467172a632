using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Iam;

/// <summary>What one service asks of the roles of its task.</summary>
internal sealed record IamRequest(CfnValue? Boundary, IReadOnlyList<CfnValue> ManagedPolicies, IReadOnlyList<InlinePolicy> Policies)
{
    public static IamRequest Read(ComposeService service, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(Mapping(service.Key(IamModule.Iam), "a mapping with PermissionsBoundary, ManagedPolicyArns and Policies", diagnostics), diagnostics);
        var boundary = reader.Text("PermissionsBoundary");
        var managed = reader.Texts("ManagedPolicyArns").Concat(OfDocker(service, diagnostics));
        var policies = InlinePolicy.ReadAll(reader.Sequence("Policies"), diagnostics).Concat(Role(service, diagnostics));
        var request = new IamRequest(
            boundary is { } text ? PolicyArn.Read(text, diagnostics) : null,
            [.. managed.Select(policy => PolicyArn.Read(policy, diagnostics)).OfType<CfnValue>()],
            [.. policies]);
        reader.RejectOthers();
        return request;
    }

    // Docker's own integration with ECS had these two.
    private static IEnumerable<InlinePolicy> Role(ComposeService service, DiagnosticBag diagnostics) =>
        service.Key(IamModule.AwsRole) is { } entry && Mapping(entry, "a policy document", diagnostics) is not null
            ? [InlinePolicy.Of(new(LogicalId.From(service.Name, "AwsRole"), entry.Key.Location), entry)]
            : [];

    private static IEnumerable<Located<string>> OfDocker(ComposeService service, DiagnosticBag diagnostics) =>
        service.Key(IamModule.AwsPolicies) is { } entry
            ? MappingReader.Of(new YamlMapping([entry], entry.Value.Location), diagnostics).Texts(entry.Name)
            : [];

    private static YamlMapping? Mapping(YamlEntry? entry, string expected, DiagnosticBag diagnostics)
    {
        if (entry is not null and { Value: not YamlMapping })
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(entry.Name, expected, entry.Value.Location));
        }

        return entry?.Value as YamlMapping;
    }
}
