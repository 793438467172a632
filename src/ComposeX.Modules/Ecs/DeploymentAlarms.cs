using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ecs;

/// <summary>The CloudWatch alarms that stop a deployment: by name, or by their names under <c>x-alarms</c>.</summary>
internal static class DeploymentAlarms
{
    private const string Key = "x-alarms";

    public static CfnValue? Of(CfnValue? alarms, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        if (alarms is not CfnMap said)
        {
            return alarms;
        }

        if (said["AlarmNames"] is null or CfnList { Items.Count: 0 })
        {
            diagnostics.Add(EcsDiagnostics.NoAlarms(said.Origin));
        }

        var cfn = new Cfn(said.Origin);
        var names = said["AlarmNames"] is CfnList list ? list with { Items = [.. list.Items.Select(name => Name(name, surroundings))] } : said["AlarmNames"];
        var complete = cfn.Map(("AlarmNames", names), ("Enable", cfn.Boolean(true)), ("Rollback", cfn.Boolean(true)));
        return said.Members.Where(member => member.Name != "AlarmNames").Aggregate(complete, (map, member) => map.With(member.Name, member.Value));
    }

    // ECS wants an alarm's name, which is what Ref returns.
    private static CfnValue Name(CfnValue alarm, Surroundings surroundings)
    {
        var (name, attribute) = alarm switch
        {
            DeclarationReference { Key: Key } reference => (reference.Name, reference.Attribute),
            CfnString text => (text.Value, null),
            _ => (null, null),
        };
        return name is not null && attribute is null && surroundings.FindDeclaration(Key, name) is { } declared
            ? new DeclarationReference(Key, name, declared.Module.Attributes.FirstOrDefault(other => other.GetAtt is null)?.Name, alarm.Origin)
            : alarm;
    }
}
