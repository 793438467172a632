using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;

namespace ComposeX.Modules.Rds;

/// <summary>The properties of the cluster or instance: the user's, completed by what is safe where he says nothing.</summary>
internal static class DatabaseProperties
{
    public const string Serverless = "ServerlessV2ScalingConfiguration";

    private const int DaysOfBackups = 7;

    /// <summary>From what lets Aurora rest nearly for nothing to what serves a small application.</summary>
    public static CfnMap UsualCapacity(Cfn cfn) => cfn.Map(("MinCapacity", new CfnNumber("0.5", cfn.Origin)), ("MaxCapacity", cfn.Number(4)));

    /// <param name="subnetGroup">The subnet group to lie in; null where that is not the database's to say.</param>
    public static CfnMap Of(DatabasePlan plan, Declaration declaration, CfnValue? subnetGroup)
    {
        var cfn = new Cfn(declaration.Origin);
        var properties = plan.Properties.Without("ManageMasterUserPassword", "MasterUserPassword", "MasterUserSecret", "MasterUsername");
        IEnumerable<(string Name, CfnValue? Value)> defaults =
        [
            .. plan.IsCluster ? ClusterDefaults(plan, cfn) : InstanceDefaults(plan, cfn),
            .. CredentialProperties(plan, declaration),
            ("DBSubnetGroupName", subnetGroup),
            (plan.IsCluster ? "DBClusterParameterGroupName" : "DBParameterGroupName", plan.ParameterGroup is null ? null : cfn.Ref(ParameterGroup.LogicalIdOf(declaration))),
            ("EnableIAMDatabaseAuthentication", plan.HasIamUsers ? cfn.Boolean(true) : null),
        ];
        var completed = defaults.Aggregate(properties, (map, added) => map.OrElse(added.Name, added.Value));
        var network = new NetworkResource(declaration, plan.SubnetSet);
        return completed
            .Appended(plan.IsCluster ? "VpcSecurityGroupIds" : "VPCSecurityGroups", [network.GroupId])
            .Appended("AssociatedRoles", FeatureRole.Associations(plan, declaration));
    }

    private static IEnumerable<(string, CfnValue?)> ClusterDefaults(DatabasePlan plan, Cfn cfn) =>
    [
        ("DatabaseName", plan.Source == DatabaseSource.Nothing ? plan.DatabaseName : null),
        ("Port", plan.Port),
        .. plan.Engine.IsAurora ? (IEnumerable<(string, CfnValue?)>)[(Serverless, plan.Serverless)] : StorageOfMultiAzCluster(cfn),
        .. Encryption(plan, cfn),
        .. Safety(plan, cfn),
    ];

    // RDS asks for all three of them.
    private static IEnumerable<(string, CfnValue?)> StorageOfMultiAzCluster(Cfn cfn) =>
    [
        ("AllocatedStorage", cfn.Number(100)),
        ("StorageType", cfn.String("io1")),
        ("Iops", cfn.Number(1000)),
        ("AutoMinorVersionUpgrade", cfn.Boolean(true)),
        ("PubliclyAccessible", cfn.Boolean(false)),
    ];

    private static IEnumerable<(string, CfnValue?)> InstanceDefaults(DatabasePlan plan, Cfn cfn)
    {
        var isNew = plan.Source == DatabaseSource.Nothing;
        var isProvisioned = plan.Properties["StorageType"] is CfnString { Value: "io1" or "io2" };
        return
        [
            ("DBName", isNew && plan.Engine.MakesDatabase ? plan.DatabaseName : null),
            ("DBInstanceClass", plan.Source == DatabaseSource.Restored ? null : cfn.String(plan.Engine.InstanceClass)),
            ("AllocatedStorage", isNew ? cfn.String(isProvisioned ? "100" : "20") : null),
            ("StorageType", isNew ? cfn.String("gp3") : null),
            ("MultiAZ", plan.IsMultiAz ? cfn.Boolean(true) : null),
            .. Encryption(plan, cfn),
            .. Safety(plan, cfn),
            ("AutoMinorVersionUpgrade", cfn.Boolean(true)),
            ("PubliclyAccessible", cfn.Boolean(false)),
        ];
    }

    // A copy is encrypted as what it is made from, and RDS refuses to be told.
    private static IEnumerable<(string, CfnValue?)> Encryption(DatabasePlan plan, Cfn cfn) =>
        [("StorageEncrypted", plan.Source == DatabaseSource.Nothing ? cfn.Boolean(true) : null)];

    private static IEnumerable<(string, CfnValue?)> Safety(DatabasePlan plan, Cfn cfn) =>
    [
        ("BackupRetentionPeriod", plan.Source == DatabaseSource.Replica && !plan.IsCluster ? null : cfn.Number(DaysOfBackups)),
        ("CopyTagsToSnapshot", cfn.Boolean(true)),
        ("DeletionProtection", cfn.Boolean(true)),
    ];

    private static IEnumerable<(string, CfnValue?)> CredentialProperties(DatabasePlan plan, Declaration declaration)
    {
        var cfn = new Cfn(declaration.Origin);
        var credentials = plan.Credentials;
        if (credentials.Kind == CredentialKind.None)
        {
            return [];
        }

        return
        [
            ("MasterUsername", plan.Source == DatabaseSource.Restored ? null : credentials.Username),
            ("ManageMasterUserPassword", credentials.Kind == CredentialKind.Managed ? cfn.Boolean(true) : null),
            ("MasterUserSecret", credentials.Kind == CredentialKind.Managed ? plan.Properties["MasterUserSecret"] : null),
            ("MasterUserPassword", credentials.Kind switch
            {
                CredentialKind.Own => OwnSecret.Dynamic("password", declaration),
                CredentialKind.Given => plan.Properties["MasterUserPassword"],
                _ => null,
            }),
        ];
    }
}
