using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>Reads which requests a target gets: under a listener, or in the short way under <c>Services</c>.</summary>
internal static class TargetReader
{
    private const string RuleType = "AWS::ElasticLoadBalancingV2::ListenerRule";

    public static Target Read(Located<string> name, MappingReader reader, bool isNetwork, DiagnosticBag diagnostics)
    {
        var access = reader.Text("access", "Access");
        var conditions = reader.Sequence("Conditions") is { } written ? ReadConditions(written) : null;
        if (access is { } both && conditions is not null)
        {
            diagnostics.Add(Elbv2Diagnostics.AccessAndConditions(both.Origin));
        }

        if (isNetwork && (conditions is not null || access is { Value: not "/" }))
        {
            diagnostics.Add(Elbv2Diagnostics.ConditionsOfNetwork(conditions?.Origin ?? access?.Origin ?? name.Origin));
        }

        return new(name, name.Origin)
        {
            Access = access,
            Conditions = conditions ?? (access is { } text && !isNetwork ? AccessPattern.Read(text, diagnostics) : null),
            Priority = InRange(reader.Integer("Priority"), "Priority", 1, 50000, diagnostics),
            Weight = InRange(reader.Integer("Weight"), "Weight", 0, 999, diagnostics),
            Authentication = Authentication.Read(reader, diagnostics),
        };
    }

    private static CfnList? ReadConditions(YamlSequence conditions) => PropertiesReader
        .Read(new YamlMapping([new(new YamlScalar("Conditions", YamlScalarStyle.Plain, conditions.Location), conditions)], conditions.Location), RuleType, conditions.Location)["Conditions"] as CfnList;

    private static Located<long>? InRange(Located<long>? number, string name, long minimum, long maximum, DiagnosticBag diagnostics)
    {
        if (number is { } given && (given.Value < minimum || given.Value > maximum))
        {
            diagnostics.Add(Elbv2Diagnostics.OutOfRange(name, given.Value, minimum, maximum, given.Origin));
        }

        return number;
    }
}
