using System.Collections.Generic;
using ComposeX.Model.Seam;

namespace ComposeX.Modules.Rds;

/// <summary>
/// What a service may ask RDS about a database. Its data is reached with the database's own users: that a service is among
/// <c>Services</c> opens the port and hands over the secret, and no access set adds to that.
/// </summary>
internal static class RdsAccess
{
    private static readonly string[] Describe =
    [
        "rds:DescribeDBClusterEndpoints", "rds:DescribeDBClusterSnapshots", "rds:DescribeDBClusters",
        "rds:DescribeDBInstances", "rds:DescribeDBLogFiles", "rds:DescribeDBSnapshots", "rds:ListTagsForResource",
    ];

    public static IReadOnlyList<AccessSet> Sets { get; } =
    [
        AccessSet.OnResource("RO", Describe) with { Dimension = "DBCluster" },
        AccessSet.OnResource("RO", Describe) with { Dimension = "DBInstance" },
    ];

    /// <summary>One word, as files of 2020 have it: of a database there is nothing to ask beyond reading.</summary>
    public static IReadOnlyList<AccessSet> Of(string name) => name is "RO" or "RW" ? [Sets[0]] : [];
}
