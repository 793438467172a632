using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elasticache;

/// <summary>Reads what a new cache is to be: from <c>Properties</c>, from <c>MacroParameters</c>, or from both, where <c>Properties</c> win.</summary>
internal static class CacheReader
{
    private const string SmallNode = "cache.t3.small";
    private const string LastRedis6 = "6.2";

    /// <summary>The plan; null, and a finding, when nobody can say what is wanted.</summary>
    public static CachePlan? Read(Declaration declaration, DiagnosticBag diagnostics)
    {
        var macros = CacheMacros.Read(declaration, diagnostics);
        var settings = MappingReader.Of(declaration.Settings, diagnostics);
        var subnets = settings.Text("Subnets") ?? macros.Subnets;
        settings.RejectOthers("x-elasticache knows no such Settings");
        if (declaration.Properties is null && declaration.MacroParameters is null)
        {
            diagnostics.Add(ElasticacheDiagnostics.NothingSaid(declaration.Name, declaration.Origin));
            return null;
        }

        var flavour = FlavourOf(declaration, macros);
        var written = Written(declaration, macros, flavour);
        if (EngineOf(declaration, flavour, written, macros, diagnostics) is not { } engine)
        {
            return null;
        }

        var parameterGroup = macros.ParameterGroup is { } group ? PropertiesReader.Read(group, "AWS::ElastiCache::ParameterGroup", group.Location) : null;
        var completed = macros.IsGiven ? WithMacros(written, flavour, macros, declaration) : written;
        var plan = new CachePlan(flavour, engine, completed, parameterGroup, subnets);
        CacheChecks.Check(plan, declaration, diagnostics);
        return plan with { Properties = CacheDefaults.Complete(plan, declaration, diagnostics) };
    }

    private static CacheFlavour FlavourOf(Declaration declaration, CacheMacros macros) =>
        macros.Flavour ?? (declaration.Properties is { } properties ? Flavours.Of(properties)
            : macros.Engine is { Value: "valkey" } ? CacheFlavour.ReplicationGroup
            : CacheFlavour.Cluster);

    // The properties of the flavour under MacroParameters, and over them those under Properties.
    private static CfnMap Written(Declaration declaration, CacheMacros macros, CacheFlavour flavour)
    {
        var written = PropertiesReader.Read(declaration.Properties, flavour.Type(), declaration.Origin);
        foreach (var member in PropertiesReader.Read(macros.FlavourProperties, flavour.Type(), declaration.Origin).Members)
        {
            written = written[member.Name] is null ? written with { Members = [.. written.Members, member] } : written;
        }

        return written["KmsKeyId"] is DeclarationReference { Attribute: null } key ? written.With("KmsKeyId", key with { Attribute = "Arn" }) : written;
    }

    private static string? EngineOf(Declaration declaration, CacheFlavour flavour, CfnMap written, CacheMacros macros, DiagnosticBag diagnostics)
    {
        var engine = written["Engine"] switch
        {
            CfnString text => new Located<string>(text.Value, text.Origin),
            null => macros.Engine,
            var other => new Located<string>("redis", other.Origin),
        };
        if (engine is not { } said)
        {
            if (flavour == CacheFlavour.ReplicationGroup)
            {
                return "redis";
            }

            diagnostics.Add(ElasticacheDiagnostics.NoEngine(declaration.Name, declaration.Properties?.Location ?? declaration.MacroParameters?.Location ?? declaration.Origin));
            return null;
        }

        return Engines.Check(said, flavour, diagnostics) ? said.Value : null;
    }

    private static CfnMap WithMacros(CfnMap properties, CacheFlavour flavour, CacheMacros macros, Declaration declaration)
    {
        var cfn = new Cfn(declaration.Origin);
        var completed = properties.WithDefault("Engine", Text(macros.Engine));
        if (flavour == CacheFlavour.Serverless)
        {
            return completed.WithDefault("MajorEngineVersion", Text(macros.EngineVersion));
        }

        completed = completed
            .WithDefault("EngineVersion", Text(Version(macros.EngineVersion)))
            .WithDefault("CacheNodeType", Text(macros.CacheNodeType) ?? (IsOfAnother(completed) ? null : cfn.String(SmallNode)));
        var nodes = macros.NumCacheNodes is { } number ? new Cfn(number.Origin).Number(number.Value) : cfn.Number(1);
        return flavour == CacheFlavour.Cluster ? completed.WithDefault("NumCacheNodes", nodes)
            : CountsOtherwise(completed) ? completed
            : declaration.Properties is null ? WithReplicas(completed.WithDefault("NumCacheClusters", nodes), cfn)
            : completed.WithDefault("NumCacheClusters", nodes);
    }

    private static bool CountsOtherwise(CfnMap properties) =>
        properties["NumNodeGroups"] is not null || properties["ReplicasPerNodeGroup"] is not null || properties["NodeGroupConfiguration"] is not null || IsOfAnother(properties);

    // Where there is a replica, it takes over.
    private static CfnMap WithReplicas(CfnMap properties, Cfn cfn)
    {
        if (!(properties["NumCacheClusters"].Whole() > 1))
        {
            return properties;
        }

        var completed = properties.WithDefault("AutomaticFailoverEnabled", cfn.Boolean(true));
        return completed["AutomaticFailoverEnabled"].IsTrue() ? completed.WithDefault("MultiAZEnabled", cfn.Boolean(true)) : completed;
    }

    // Made of a cluster that exists, or of another region's group: what that has, it has too.
    private static bool IsOfAnother(CfnMap properties) => properties["PrimaryClusterId"] is not null || properties["GlobalReplicationGroupId"] is not null;

    // The newest 6 there is, and will be: AWS stopped there.
    private static Located<string>? Version(Located<string>? version) => version is { Value: "6.x" } newest ? new(LastRedis6, newest.Origin) : version;

    private static CfnValue? Text(Located<string>? text) => text is { } said ? new CfnString(said.Value, said.Origin) : null;
}
