using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elasticache;

/// <summary><c>MacroParameters</c> of a cache.</summary>
/// <param name="Flavour">The flavour that is asked for by name, or null.</param>
/// <param name="FlavourProperties">Properties written under that name.</param>
internal sealed record CacheMacros(
    bool IsGiven,
    Located<string>? Engine,
    Located<string>? EngineVersion,
    Located<string>? CacheNodeType,
    Located<long>? NumCacheNodes,
    Located<string>? Subnets,
    YamlMapping? ParameterGroup,
    CacheFlavour? Flavour,
    YamlMapping? FlavourProperties)
{
    public static CacheMacros Read(Declaration declaration, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(declaration.MacroParameters, diagnostics);
        var group = reader.Entry("ReplicationGroup");
        var serverless = reader.Entry("ServerlessCache");
        if (group is not null && serverless is not null)
        {
            diagnostics.Add(ElasticacheDiagnostics.TwoFlavours(serverless.Key.Location));
        }

        var macros = new CacheMacros(
            declaration.MacroParameters is not null,
            reader.Text("Engine"),
            reader.Text("EngineVersion"),
            reader.Text("CacheNodeType"),
            reader.Integer("NumCacheNodes"),
            reader.Text("Subnets"),
            reader.Mapping("ParameterGroup"),
            group is not null ? CacheFlavour.ReplicationGroup : serverless is not null ? CacheFlavour.Serverless : null,
            Properties(group ?? serverless, diagnostics));
        reader.RejectOthers("x-elasticache knows no such MacroParameters");
        return macros;
    }

    // The name alone is enough.
    private static YamlMapping? Properties(YamlEntry? flavour, DiagnosticBag diagnostics)
    {
        if (flavour is null || flavour.Value is YamlMapping || ScalarResolver.IsNull(flavour.Value))
        {
            return flavour?.Value as YamlMapping;
        }

        diagnostics.Add(ModelDiagnostics.WrongKind(flavour.Name, "a mapping of its properties, or empty", flavour.Value.Location));
        return null;
    }
}
