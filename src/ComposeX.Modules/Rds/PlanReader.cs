using System;
using System.Collections.Generic;
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
        var name = EngineText("Engine");
        var version = EngineText("EngineVersion");
        var engine = EngineOf(name, version);
        var plan = engine is null ? null : Read(engine, version, subnetSet);
        if (engine is not null)
        {
            _macros.RejectOthers("MacroParameters of x-rds");
        }

        return plan;
    }

    private DatabasePlan Read(Engine engine, Located<string>? version, Located<string>? subnetSet)
    {
        var isCluster = engine.IsAurora || declaration.Properties?["DBClusterInstanceClass"] is not null;
        var properties = KmsKeys.Completed(PropertiesReader.Read(declaration.Properties, isCluster ? DatabasePlan.ClusterType : DatabasePlan.InstanceType, declaration.Origin));
        var source = SourceOf(isCluster, properties);
        var credentials = CredentialsReader.Read(declaration, engine, source, properties, _macros.Boolean("OwnSecret"), diagnostics);
        var features = Feature.Read(_macros, engine, properties, diagnostics);
        var group = ParameterGroup.Read(_macros, engine, version?.Value, declaration, diagnostics);
        var named = isCluster ? "DBClusterParameterGroupName" : "DBParameterGroupName";
        if (group is not null && properties[named] is not null)
        {
            diagnostics.Add(RdsDiagnostics.TwoParameterGroups(named, group.Origin));
        }

        var boundary = _macros.Text("PermissionsBoundary");
        return new(engine, version?.Value, isCluster, source, Said(properties, version))
        {
            Credentials = credentials,
            DatabaseName = DatabaseNames.Read(declaration, engine, isCluster, source, properties, _macros.Text("DatabaseName"), diagnostics),
            Port = PortOf(properties["Port"], engine),
            IsMultiAz = _macros.Boolean("MultiAZ", "UseMultiAz", "UseMultiAZ") is { Value: true },
            Serverless = Serverless(engine),
            Instances = Instances(engine, isCluster),
            ParameterGroup = properties[named] is null ? FeatureRole.Complete(group, engine, version?.Value, features, declaration) : null,
            Features = features,
            PermissionsBoundary = boundary is { } policy ? PolicyArns.Of(policy) : null,
            Proxy = ProxyPlan.Read(_macros, engine, credentials, diagnostics),
            HasIamUsers = declaration.Services.SelectMany(use => use.Extra).Any(entry => entry.Name == ServiceKeyNames.IamUser),
            SubnetSet = subnetSet ?? _macros.Text("Subnets"),
        };
    }

    // Both are texts to RDS: 8.0 and 12.10 stay as they are written, quoted or not.
    private Located<string>? EngineText(string key)
    {
        var inMacros = _macros.Text(key);
        if (declaration.Properties?[key] is not { } node)
        {
            return inMacros;
        }

        if (node is not YamlScalar scalar || FunctionNamesIn(scalar))
        {
            diagnostics.Add(RdsDiagnostics.NotKnownHere(key, node.Location));
            return new("", node.Location);
        }

        if (inMacros is { } other && other.Value != scalar.Text)
        {
            diagnostics.Add(RdsDiagnostics.SaidTwice(key, other.Value, scalar.Text, other.Origin));
        }

        return new(scalar.Text, scalar.Location);
    }

    private static bool FunctionNamesIn(YamlScalar scalar) => scalar.Tag is { } tag && tag.StartsWith("!", StringComparison.Ordinal) && !tag.StartsWith("!!", StringComparison.Ordinal);

    private Engine? EngineOf(Located<string>? name, Located<string>? version)
    {
        if (name is not { } written || version is not { } number)
        {
            if (!(name is { Value: "" } || version is { Value: "" }))
            {
                diagnostics.Add(RdsDiagnostics.NoEngine(declaration.Name, name is null ? version is null ? "Engine and EngineVersion" : "Engine" : "EngineVersion", name?.Origin ?? declaration.Origin));
            }

            return null;
        }

        if (written.Value.Length == 0 || number.Value.Length == 0)
        {
            return null;
        }

        if (Engine.Find(written.Value) is not { } engine)
        {
            diagnostics.Add(RdsDiagnostics.UnknownEngine(written.Value, written.Origin));
            return null;
        }

        if (!EngineVersions.IsWellFormed(engine, number.Value))
        {
            diagnostics.Add(RdsDiagnostics.UnknownVersion(number.Value, engine.Name, EngineVersions.Example(engine), number.Origin));
            return null;
        }

        if (EngineVersions.IsOfFirstAurora(engine, number.Value))
        {
            diagnostics.Add(RdsDiagnostics.FirstAurora(number.Value, number.Origin));
        }

        return engine;
    }

    // Engine and version stand first, wherever they were said.
    private CfnMap Said(CfnMap properties, Located<string>? version)
    {
        var cfn = new Cfn(declaration.Origin);
        var engine = EngineTextQuietly();
        return cfn.Map(
        [
            ("Engine", engine),
            ("EngineVersion", version is { } number ? new CfnString(number.Value, number.Origin) : null),
            .. properties.Members.Where(member => member.Name is not ("Engine" or "EngineVersion")).Select(member => (member.Name, (CfnValue?)member.Value)),
        ]) with { Origin = properties.Origin };
    }

    private CfnString? EngineTextQuietly() =>
        (declaration.Properties?["Engine"] ?? declaration.MacroParameters?["Engine"]) is YamlScalar engine ? new CfnString(engine.Text, engine.Location) : null;

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

    private CfnValue PortOf(CfnValue? port, Engine engine) => port is CfnString text && long.TryParse(text.Value, out var number)
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
