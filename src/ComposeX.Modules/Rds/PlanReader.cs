using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Reading;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Rds;

/// <summary>Reads a new database: <c>Properties</c>, which win, and <c>MacroParameters</c>.</summary>
internal sealed class PlanReader(Declaration declaration, DiagnosticBag diagnostics)
{
    private readonly MappingReader _macros = MappingReader.Of(declaration.MacroParameters, diagnostics);

    /// <summary>Null, and a finding, when it cannot be told what database is meant.</summary>
    public DatabasePlan? Read(Located<string>? subnetSet)
    {
        if (new EngineReader(declaration, _macros, diagnostics).Read() is not { } choice)
        {
            return null;
        }

        var plan = Read(choice, subnetSet);
        _macros.RejectOthers("MacroParameters of x-rds");
        return plan;
    }

    private DatabasePlan Read(EngineChoice choice, Located<string>? subnetSet)
    {
        var (engine, version) = (choice.Engine, choice.Version.Value);
        var isCluster = engine.IsAurora || declaration.Properties?["DBClusterInstanceClass"] is not null;
        var properties = KmsKeys.Completed(PropertiesReader.Read(declaration.Properties, isCluster ? DatabasePlan.ClusterType : DatabasePlan.InstanceType, declaration.Origin));
        var source = SourceOf(isCluster, properties);
        var credentials = CredentialsReader.Read(declaration, engine, source, properties, _macros.Boolean("OwnSecret"), diagnostics);
        var features = Feature.Read(_macros, engine, properties, diagnostics);
        var group = ParameterGroup.Read(_macros, engine, version, declaration, diagnostics);
        var named = isCluster ? "DBClusterParameterGroupName" : "DBParameterGroupName";
        if (group is not null && properties[named] is not null)
        {
            diagnostics.Add(RdsDiagnostics.TwoParameterGroups(named, group.Origin));
        }

        var boundary = _macros.Text("PermissionsBoundary");
        return new(engine, isCluster, source, Said(choice, properties))
        {
            Credentials = credentials,
            DatabaseName = DatabaseNames.Read(declaration, engine, isCluster, source, properties, _macros.Text("DatabaseName"), diagnostics),
            Port = PortOf(properties["Port"], engine),
            IsMultiAz = _macros.Boolean("MultiAZ", "UseMultiAz", "UseMultiAZ") is { Value: true },
            Serverless = Serverless(engine),
            Instances = Instances(engine, isCluster),
            ParameterGroup = properties[named] is null ? FeatureRole.Complete(group, engine, version, features, declaration) : null,
            Features = features,
            PermissionsBoundary = boundary is { } policy ? PolicyArns.Of(policy) : null,
            Proxy = ProxyPlan.Read(_macros, engine, credentials, diagnostics),
            HasIamUsers = declaration.Services.SelectMany(use => use.Extra).Any(entry => entry.Name == ServiceKeyNames.IamUser),
            SubnetSet = subnetSet ?? _macros.Text("Subnets"),
        };
    }

    // Engine and version stand first, wherever they were said.
    private static CfnMap Said(EngineChoice choice, CfnMap properties) => properties with
    {
        Members =
        [
            new("Engine", new CfnString(choice.Name.Value, choice.Name.Origin), choice.Name.Origin),
            new("EngineVersion", new CfnString(choice.Version.Value, choice.Version.Origin), choice.Version.Origin),
            .. properties.Without("Engine", "EngineVersion").Members,
        ],
    };

    private CfnMap? Serverless(Engine engine)
    {
        var mapping = _macros.Mapping(DatabaseProperties.Serverless);
        var isWanted = _macros.Boolean("UseServerless");
        if ((mapping?.Location ?? (isWanted is { Value: true } wanted ? wanted.Origin : null)) is not { } origin)
        {
            return null;
        }

        if (!engine.IsAurora)
        {
            diagnostics.Add(RdsDiagnostics.NotServerless(engine.Name, origin));
            return null;
        }

        return mapping is null ? DatabaseProperties.UsualCapacity(new Cfn(origin)) : CfnValueReader.Read(mapping) as CfnMap;
    }

    private IReadOnlyList<CfnMap> Instances(Engine engine, bool isCluster)
    {
        if (_macros.Sequence("Instances") is not { } sequence)
        {
            return [];
        }

        if (!engine.IsAurora)
        {
            diagnostics.Add(RdsDiagnostics.NoMembers(engine.Name, isCluster, sequence.Location));
            return [];
        }

        foreach (var item in sequence.Items.Where(item => item is not YamlMapping))
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("Instances", "a list of properties of AWS::RDS::DBInstance", item.Location));
        }

        return [.. sequence.Items.OfType<YamlMapping>().Select(item => MemberInstances.Read(item, diagnostics))];
    }

    private CfnValue PortOf(CfnValue? port, Engine engine) => port is CfnString text && long.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? new Cfn(text.Origin).Number(number)
        : port ?? new Cfn(declaration.Origin).Number(engine.Port);

    private static DatabaseSource SourceOf(bool isCluster, CfnMap properties)
    {
        bool Has(params string[] names) => names.Any(name => properties[name] is not null);
        return isCluster
            ? Has("ReplicationSourceIdentifier") ? DatabaseSource.Replica
                : Has("SnapshotIdentifier", "SourceDBClusterIdentifier", "SourceDbClusterResourceId") ? DatabaseSource.Restored
                : DatabaseSource.Nothing
            : Has("DBSnapshotIdentifier", "DBClusterSnapshotIdentifier", "SourceDBInstanceAutomatedBackupsArn", "SourceDbiResourceId", "RestoreTime", "UseLatestRestorableTime") ? DatabaseSource.Restored
                : Has("SourceDBInstanceIdentifier", "SourceDBClusterIdentifier") ? DatabaseSource.Replica
                : DatabaseSource.Nothing;
    }
}
