using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Modules.Rds;

/// <summary>A database to make, all of it decided: what it is follows from its engine and its own text alone, never from its neighbours.</summary>
/// <param name="Version">The engine's version as written; null when it is known only to CloudFormation.</param>
/// <param name="IsCluster">Whether it is a <c>DBCluster</c>, else a <c>DBInstance</c>.</param>
/// <param name="Properties">What the user says of it, references understood.</param>
internal sealed record DatabasePlan(Engine Engine, string? Version, bool IsCluster, DatabaseSource Source, CfnMap Properties)
{
    public const string ClusterType = "AWS::RDS::DBCluster";
    public const string InstanceType = "AWS::RDS::DBInstance";

    public string Type => IsCluster ? ClusterType : InstanceType;

    public required Credentials Credentials { get; init; }

    /// <summary>The first database; null where there is none, or where only a snapshot knows it.</summary>
    public CfnValue? DatabaseName { get; init; }

    public required CfnValue Port { get; init; }

    /// <summary>A standby, or in Aurora a second instance.</summary>
    public bool IsMultiAz { get; init; }

    /// <summary>The capacity of Serverless v2 where it stands among the macro parameters.</summary>
    public CfnMap? Serverless { get; init; }

    /// <summary>The instances of an Aurora cluster, as written.</summary>
    public IReadOnlyList<CfnMap> Instances { get; init; } = [];

    public ParameterGroup? ParameterGroup { get; init; }

    public IReadOnlyList<Feature> Features { get; init; } = [];

    public CfnValue? PermissionsBoundary { get; init; }

    public ProxyPlan? Proxy { get; init; }

    /// <summary>Whether users log in with IAM because a service wants to.</summary>
    public bool HasIamUsers { get; init; }

    public Located<string>? SubnetSet { get; init; }
}

/// <summary>Where a database's data comes from.</summary>
internal enum DatabaseSource
{
    Nothing,

    /// <summary>A snapshot, or the state of another database at some time: users, passwords and names come with it.</summary>
    Restored,

    /// <summary>A replica: everything comes from what it follows.</summary>
    Replica,
}
