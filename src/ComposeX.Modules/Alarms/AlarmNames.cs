using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Alarms;

/// <summary>The names of alarms: given by the user, or the root stack's with the alarm's, so that they are known without the alarm.</summary>
internal static class AlarmNames
{
    public static CfnValue Of(Declaration declaration) => declaration switch
    {
        { Bound: AlarmPlan plan } when plan.Properties["AlarmName"] is { } given => given,
        _ => InStack(declaration.Name, declaration.Origin),
    };

    public static CfnValue ArnOf(Declaration declaration, Location origin) => Arn(Of(declaration), origin);

    public static CfnValue Arn(CfnValue name, Location origin) =>
        new Cfn(origin).Sub("arn:${AWS::Partition}:cloudwatch:${AWS::Region}:${AWS::AccountId}:alarm:${Name}", ("Name", name));

    /// <summary>A name that no other stack has.</summary>
    public static CfnValue InStack(string name, Location origin)
    {
        var cfn = new Cfn(origin);
        return cfn.Join("-", [cfn.RootStackName(), cfn.String(name)]);
    }
}
