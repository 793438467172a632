using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Reading;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Network;

/// <summary><c>AdditionalSecurityGroups</c>: groups that the tasks are in beside their own.</summary>
internal static class SecurityGroups
{
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html
    private const int Most = 5;

    public static IReadOnlyList<CfnValue> Read(YamlNode? node, NetworkScope scope)
    {
        switch (node)
        {
            case null:
                return [];
            case YamlSequence list:
                return [.. list.Items.Select(item => ReadGroup(item, scope)).OfType<CfnValue>()];
            case YamlMapping map:
                return [.. map.Entries.Select(entry => ReadGroup(entry.Value, scope)).OfType<CfnValue>()];
            default:
                scope.Diagnostics.Add(ModelDiagnostics.WrongKind("AdditionalSecurityGroups", "a mapping of names to ids, or a list of ids", node.Location));
                return [];
        }
    }

    public static IEnumerable<Contribution> Join(Family family, IEnumerable<CfnValue> groups, DiagnosticBag diagnostics)
    {
        var joined = groups.Distinct(CfnValueComparer.Default).ToList();
        if (joined.Count >= Most)
        {
            diagnostics.Add(NetworkDiagnostics.TooManyGroups(family.Name, joined.Count + 1, joined[Most - 1].Origin));
        }

        return joined.Select(group => new JoinSecurityGroup(family, group, group.Origin));
    }

    private static CfnValue? ReadGroup(YamlNode node, NetworkScope scope)
    {
        switch (node)
        {
            case YamlScalar scalar:
                return ExistingId.SecurityGroup.Of(scalar.Text, scalar.Location, scope);
            case YamlMapping mapping:
                var reader = MappingReader.Of(mapping, scope.Diagnostics);
                var group = ExistingId.Read(reader, "AdditionalSecurityGroups", ExistingId.SecurityGroup, mapping.Location, scope);
                reader.RejectOthers("AdditionalSecurityGroups of x-network");
                return group;
            default:
                scope.Diagnostics.Add(NetworkDiagnostics.NoGroup("AdditionalSecurityGroups", node.Location));
                return null;
        }
    }
}
