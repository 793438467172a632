using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;

namespace ComposeX.Modules.Ec2;

/// <summary>The cluster that instances belong to, as texts can name it.</summary>
/// <param name="Name">Its plain name.</param>
internal sealed record HostCluster(CfnValue Name)
{
    private const string Variable = "${Cluster}";

    public static HostCluster? Of(Surroundings surroundings) => surroundings.Cluster is { } cluster ? new(cluster.PlainName()) : null;

    /// <summary>A text in which <c>${Cluster}</c> stands for the name.</summary>
    public CfnValue Sub(string text, Cfn cfn, params (string Name, CfnValue? Value)[] variables)
    {
        var all = Name is CfnString ? variables : [("Cluster", Name), .. variables];
        var said = Name is CfnString name ? text.Replace(Variable, name.Value) : text;
        return all.Length > 0 ? cfn.Sub(said, [.. all]) : said.Contains("${") ? cfn.Sub(said) : cfn.String(said);
    }

    public CfnValue Arn(Cfn cfn) => Sub("arn:${AWS::Partition}:ecs:${AWS::Region}:${AWS::AccountId}:cluster/${Cluster}", cfn);

    /// <summary>All instances of this cluster, and no other's.</summary>
    public CfnValue Instances(Cfn cfn) => Sub("arn:${AWS::Partition}:ecs:${AWS::Region}:${AWS::AccountId}:container-instance/${Cluster}/*", cfn);
}
