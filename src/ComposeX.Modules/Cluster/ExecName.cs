using ComposeX.CloudFormation.Values;

namespace ComposeX.Modules.Cluster;

/// <summary>
/// The name that what is logged goes by: the cluster's where the user gave it one, else the stack's. A generated name of the cluster
/// would not do: the cluster has to know its log group first.
/// </summary>
internal sealed record ExecName(CfnValue? ClusterName)
{
    private const string Variable = "${StackRoot}";

    public CfnValue Text(string before, Cfn cfn) => ClusterName is CfnString name
        ? cfn.String(before + name.Value)
        : cfn.Sub(before + Variable, ("StackRoot", cfn.RootStackName()));

    /// <summary>A text with pseudo parameters around the name.</summary>
    public CfnValue Sub(string before, string after, Cfn cfn) => ClusterName is CfnString name
        ? cfn.Sub(before + name.Value + after)
        : cfn.Sub(before + Variable + after, ("StackRoot", cfn.RootStackName()));

    /// <summary>What lies below an ARN.</summary>
    public CfnValue Below(CfnValue arn, string before, string after, Cfn cfn) => ClusterName is CfnString name
        ? cfn.Sub("${Arn}" + before + name.Value + after, ("Arn", arn))
        : cfn.Sub("${Arn}" + before + Variable + after, ("Arn", arn), ("StackRoot", cfn.RootStackName()));
}
