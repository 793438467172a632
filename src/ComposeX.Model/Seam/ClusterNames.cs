using System;
using ComposeX.CloudFormation.Values;

namespace ComposeX.Model.Seam;

/// <summary>The cluster's name for those that take no ARN: Application Auto Scaling, the dimensions of metrics.</summary>
public static class ClusterNames
{
    /// <summary>The plain name: what stands behind the last slash of an ARN.</summary>
    public static CfnValue PlainName(this ClusterOffer cluster) => cluster.Name is CfnString text && text.Value.StartsWith("arn:", StringComparison.Ordinal)
        ? text with { Value = text.Value.Substring(text.Value.LastIndexOf('/') + 1) }
        : cluster.Name;
}
