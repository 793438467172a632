using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ec2;

/// <summary>What Swarm asks of a node, in ECS's cluster query language.</summary>
internal static class PlacementConstraint
{
    private const string Labels = @"(?:node|engine)\.labels\.";

    private static readonly Regex Swarm = new(@"^\s*(?<subject>[A-Za-z0-9_.\-/]+)\s*(?<operator>==|!=)\s*(?<value>[A-Za-z0-9_.@/\\:\-]+)\s*$", RegexOptions.CultureInvariant);

    private static readonly Regex Label = new($"^{Labels}(?<name>.+)$", RegexOptions.CultureInvariant);

    private static readonly Regex Own = new(@"^\s*(attribute:|task:group\b|not\b|ec2InstanceId\b|agentVersion\b|agentConnected\b|registeredAt\b|runningTasksCount\b|\()", RegexOptions.CultureInvariant);

    /// <summary>The constraint; null when it says nothing, or nothing that ECS understands: then that is reported.</summary>
    public static CfnMap? Read(YamlScalar text, string service, DiagnosticBag diagnostics)
    {
        if (text.Text.Trim() is "distinctInstance")
        {
            return new Cfn(text.Location).Map(("Type", new CfnString("distinctInstance", text.Location)));
        }

        if (Own.IsMatch(text.Text))
        {
            return MemberOf(text.Text.Trim(), text.Location);
        }

        var match = Swarm.Match(text.Text);
        var (subject, equals, value) = (match.Groups["subject"].Value, match.Groups["operator"].Value, match.Groups["value"].Value);
        if (match.Success && subject == "node.role")
        {
            if ((value == "manager") == (equals == "=="))
            {
                diagnostics.Add(Ec2Diagnostics.NoManagers(service, text.Location));
            }

            return null;
        }

        if (match.Success && Translate(subject, value) is { } expression)
        {
            return MemberOf($"{expression.Subject} {equals} {expression.Value}", text.Location);
        }

        diagnostics.Add(Ec2Diagnostics.NoConstraint(text.Text, service, text.Location));
        return null;
    }

    private static (string Subject, string Value)? Translate(string subject, string value) => subject switch
    {
        "node.id" => ("ec2InstanceId", value),
        "node.platform.os" => ("attribute:ecs.os-type", value),
        "node.platform.arch" => ("attribute:ecs.cpu-architecture", value switch { "amd64" or "x86-64" => "x86_64", "aarch64" => "arm64", _ => value }),
        _ when Label.Match(subject) is { Success: true } label => ($"attribute:{label.Groups["name"].Value}", value),
        _ => null,
    };

    private static CfnMap MemberOf(string expression, Location origin) =>
        new Cfn(origin).Map(("Type", new CfnString("memberOf", origin)), ("Expression", new CfnString(expression, origin)));
}
