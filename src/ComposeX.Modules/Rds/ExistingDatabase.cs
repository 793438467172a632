using System.Collections.Generic;
using System.Linq;
using ComposeX.Model.Lookups;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Rds;

/// <summary>A <c>Lookup</c>: a cluster or an instance, and its secret where it has one.</summary>
internal static class ExistingDatabase
{
    /// <summary>The engine, in the lock.</summary>
    public const string EngineName = "Engine";

    /// <summary>The key of the secret, in the lock.</summary>
    public const string SecretKey = "SecretKmsKeyArn";

    private const string Cluster = "cluster";
    private const string Secret = "secret";
    private const string Region = "^arn:(?<partition>aws[a-z-]*):";
    private const string Place = ":(?<region>[a-z0-9-]+):(?<account>[0-9]{12}):";

    private static readonly string[] Instance = ["db", "instance"];

    private static readonly LookupSource ClusterSource = new("rds:cluster", DatabasePlan.ClusterType, Region + "rds" + Place + "cluster:(?<id>[A-Za-z0-9-]+)$", "${id}",
    [
        new(RdsAttributes.Identifier, "${id}"),
        new(RdsAttributes.Arn, "${arn}"),
        new(RdsAttributes.ClusterArn, "${arn}"),
        new(RdsAttributes.Address, RdsAttributes.Address),
        new(RdsAttributes.Port, RdsAttributes.Port),
        new(RdsAttributes.ReadAddress, RdsAttributes.ReadAddress, IsOptional: true),
        new(RdsAttributes.DatabaseName, "DatabaseName", IsOptional: true),
        new(RdsAttributes.Username, "MasterUsername", IsOptional: true),
        new(RdsAttributes.GroupId, "VpcSecurityGroupIds"),
        new(RdsAttributes.ResourceId, "DBClusterResourceId"),
        new(EngineName, EngineName),
        .. ManagedSecret,
    ]);

    private static readonly LookupSource InstanceSource = new("rds:db", DatabasePlan.InstanceType, Region + "rds" + Place + "db:(?<id>[A-Za-z0-9-]+)$", "${id}",
    [
        new(RdsAttributes.Identifier, "${id}"),
        new(RdsAttributes.Arn, "${arn}"),
        new(RdsAttributes.InstanceArn, "${arn}"),
        new(RdsAttributes.Address, RdsAttributes.Address),
        new(RdsAttributes.Port, RdsAttributes.Port),
        new(RdsAttributes.DatabaseName, "DBName", IsOptional: true),
        new(RdsAttributes.Username, "MasterUsername", IsOptional: true),
        new(RdsAttributes.GroupId, "VPCSecurityGroups"),
        new(RdsAttributes.ResourceId, "DbiResourceId"),
        new(EngineName, EngineName),
        .. ManagedSecret,
    ]);

    private static readonly LookupSource SecretSource = new("secretsmanager:secret", "AWS::SecretsManager::Secret", Region + "secretsmanager" + Place + "secret:(?<id>[A-Za-z0-9/_+=.@!-]+)$", "${arn}",
    [
        new(RdsAttributes.SecretArn, "${arn}"),
        new(SecretKey, "KmsKeyId", IsOptional: true),
    ]);

    private static LookupAttribute[] ManagedSecret =>
    [
        new(RdsAttributes.SecretArn, "MasterUserSecret.SecretArn", IsOptional: true),
        new(SecretKey, "MasterUserSecret.KmsKeyId", IsOptional: true),
    ];

    /// <summary>Reports what a look-up cannot be made of.</summary>
    public static void Check(Declaration declaration, DiagnosticBag diagnostics)
    {
        if (declaration.Lookup is not YamlMapping lookup)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("Lookup", "a mapping with cluster or db, and secret", declaration.Lookup?.Location ?? declaration.Origin));
            return;
        }

        var reader = MappingReader.Of(lookup, diagnostics);
        YamlMapping?[] databases = [reader.Mapping(Cluster), reader.Mapping(Instance[0]), reader.Mapping(Instance[1])];
        var secret = reader.Mapping(Secret);
        _ = reader.Text("RoleArn");
        reader.RejectOthers("Lookup of x-rds");
        var named = databases.OfType<YamlMapping>().ToList();
        if (named.Count != 1)
        {
            diagnostics.Add(RdsDiagnostics.OneDatabase(named.Count > 1, named.Count > 1 ? named[1].Location : lookup.Location));
        }

        foreach (var part in named.Concat(secret is null ? [] : [secret]))
        {
            CheckPart(part, diagnostics);
        }
    }

    /// <summary>What is asked of AWS. The secret that is named counts more than the one that RDS knows.</summary>
    public static IReadOnlyList<LookupQuery> Queries(YamlMapping lookup)
    {
        var role = lookup["RoleArn"];
        var queries =
            from part in new (string Key, LookupSource Source)[] { (Cluster, ClusterSource), (Instance[0], InstanceSource), (Instance[1], InstanceSource), (Secret, SecretSource) }
            let said = lookup[part.Key] as YamlMapping
            where said is not null
            select new LookupQuery(part.Source, said) { RoleArn = role };
        return [.. queries];
    }

    private static void CheckPart(YamlMapping part, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(part, diagnostics);
        YamlNode?[] ways = [reader.Text("Arn") is null ? null : part, reader.Node("Tags"), reader.Text("Identifier") is null ? null : part];
        _ = reader.Text("Name");
        _ = reader.Text("RoleArn");
        reader.RejectOthers("Lookup of x-rds");
        if (ways.All(way => way is null))
        {
            diagnostics.Add(RdsDiagnostics.NotToBeFound(part.Location));
        }
    }
}
