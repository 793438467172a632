using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ec2;

/// <summary>What tasks are spread over: a field of ECS, or what Swarm calls a node's label.</summary>
internal static class PlacementField
{
    private static readonly Regex Label = new(@"^(?:node|engine)\.labels\.(?<name>[A-Za-z0-9_.\-/\\]+)$", RegexOptions.CultureInvariant);

    private static readonly Regex Own = new(@"^(attribute:[A-Za-z0-9_.\-/\\]+|instanceId|host)$", RegexOptions.CultureInvariant);

    public static CfnString? Read(YamlScalar spread, string service, DiagnosticBag diagnostics)
    {
        var field = spread.Text switch
        {
            "node.id" or "node.hostname" => "instanceId",
            var own when Own.IsMatch(own) => own,
            var text when Label.Match(text) is { Success: true } label => $"attribute:{label.Groups["name"].Value}",
            _ => null,
        };
        if (field is null)
        {
            diagnostics.Add(Ec2Diagnostics.NoField(spread.Text, service, spread.Location));
            return null;
        }

        return new(field, spread.Location);
    }
}
