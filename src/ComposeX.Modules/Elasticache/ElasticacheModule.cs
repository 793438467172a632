using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Lookups;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elasticache;

/// <summary><c>x-elasticache</c>: caches, in whichever flavour, and the way to them through the network.</summary>
public sealed class ElasticacheModule : Module
{
    private const string KeepAll = "RetainExceptOnCreate";

    public override string Key => "x-elasticache";

    public override string Type => CacheFlavour.Cluster.Type();

    public override IReadOnlyList<ModuleAttribute> Attributes => CacheAttributes.All;

    // Whoever reaches its port reads and writes; IAM has no say in it.
    public override IReadOnlyList<AccessSet> Access { get; } = [new("RW", [], [])];

    public override bool NeedsNetwork => true;

    public override bool TakesImports => false;

    public override LookupSource? LookupBy => ExistingCache.Cluster;

    public override IReadOnlyList<LookupQuery> QueriesOf(Declaration declaration) => declaration.Lookup is YamlMapping lookup ? ExistingCache.Queries(lookup) : [];

    public override IReadOnlyList<Offer> Offers(Declaration declaration) =>
        declaration.Use is not null ? [] :
        [
            new EndpointOffer(new DeclarationReference(Key, declaration.Name, "Endpoint.Address", declaration.Origin))
            {
                Port = new DeclarationReference(Key, declaration.Name, "Endpoint.Port", declaration.Origin),
                SecurityGroupId = new DeclarationReference(Key, declaration.Name, CacheAttributes.GroupId, declaration.Origin),
            },
        ];

    public override object? Bind(Declaration declaration, DiagnosticBag diagnostics)
    {
        if (declaration.IsNew)
        {
            return CacheReader.Read(declaration, diagnostics);
        }

        foreach (var (key, node) in new[] { ("Properties", declaration.Properties), ("MacroParameters", declaration.MacroParameters), ("Settings", declaration.Settings) })
        {
            if (node is { Entries.Count: > 0 })
            {
                diagnostics.Add(ElasticacheDiagnostics.IgnoredForExisting(key, declaration.Name, node.Location));
            }
        }

        if (declaration.Use is { } use and not YamlScalar)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("Use", "the name of a cache", use.Location));
        }

        return null;
    }

    public override Synthesized Synthesize(Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        if (declaration.Bound is CachePlan plan)
        {
            return New(declaration, plan, surroundings, diagnostics);
        }

        if (declaration.Use is { } use && surroundings.LinksTo(declaration).Any())
        {
            diagnostics.Add(ElasticacheDiagnostics.NoRule(declaration.Name, use.Location));
        }

        return declaration.Found is { } found && surroundings.LinksTo(declaration).Any()
            && ExistingCache.AttributeOf(found, CacheAttributes.GroupId, declaration.Origin, diagnostics) is { } groupId
            && ExistingCache.AttributeOf(found, "Endpoint.Port", declaration.Origin, diagnostics) is { } port
            ? Rules(new NetworkResource(declaration, null), groupId, port, ExistingCache.LastPort(found) ?? port, surroundings, diagnostics)
            : new Synthesized();
    }

    public override CfnValue? AttributeOf(Declaration declaration, ModuleAttribute attribute, Location origin, DiagnosticBag diagnostics)
    {
        if (declaration.Found is { } found)
        {
            return ExistingCache.AttributeOf(found, attribute.Name, origin, diagnostics);
        }

        if (declaration.Use is YamlScalar name)
        {
            if (attribute.Name == CacheAttributes.Name)
            {
                return new CfnString(name.Text.Substring(name.Text.LastIndexOf(':') + 1), name.Location);
            }

            diagnostics.Add(ElasticacheDiagnostics.OnlyName(declaration.Name, attribute.Name, origin));
            return null;
        }

        if (declaration.Bound is not CachePlan plan)
        {
            return null;
        }

        var value = CacheAttributes.Of(declaration, plan, attribute.Name, origin);
        if (value is null)
        {
            diagnostics.Add(ElasticacheDiagnostics.NotOfFlavour(attribute.Name, declaration.Name, plan, CacheAttributes.Of(declaration, plan), origin));
        }

        return value;
    }

    private Synthesized New(Declaration declaration, CachePlan plan, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var network = new NetworkResource(declaration, plan.SubnetSet);
        var subnets = network.Subnets(surroundings, diagnostics);
        var rules = Rules(network, network.GroupId, plan.Port, plan.LastPort, surroundings, diagnostics);
        var policy = declaration.DeletionPolicy?.Value ?? DefaultPolicy(plan);
        var cache = MainResource(declaration, plan.Flavour.Type(), CacheResources.Placed(declaration, plan, subnets, network, diagnostics)) with
        {
            DeletionPolicy = policy,
            UpdateReplacePolicy = policy == KeepAll ? "Retain" : policy,
        };
        return rules with
        {
            Resources =
            [
                .. CacheResources.Around(declaration, plan, subnets, network, surroundings),
                cache,
                .. rules.Resources,
            ],
        };
    }

    private static Synthesized Rules(NetworkResource network, CfnValue groupId, CfnValue port, CfnValue lastPort, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var rules = network.Ingress(groupId, port, surroundings, diagnostics);
        return rules with { Resources = [.. rules.Resources.Select(rule => rule with { Properties = rule.Properties.With("ToPort", lastPort) })] };
    }

    // What memcached holds nobody misses; of a serverless cache CloudFormation makes no snapshot.
    private static string DefaultPolicy(CachePlan plan) => plan.IsMemcached ? "Delete" : plan.Flavour == CacheFlavour.Serverless ? KeepAll : "Snapshot";
}
