using ComposeX.Compose.Inputs;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Loading;

/// <summary>Variables of a service that are named without a value take it from where Compose runs, when it is set there.</summary>
internal static class BareVariables
{
    public static YamlMapping Resolve(YamlMapping model, Variables variables) => model.Select(section => section is { Name: "services", Value: YamlMapping services }
        ? services.Select(service => service.Value is YamlMapping mapping ? Service(mapping, variables) : service.Value)
        : section.Value);

    private static YamlMapping Service(YamlMapping service, Variables variables) => service.Select(attribute => attribute.Name != "environment" ? attribute.Value : attribute.Value switch
    {
        YamlMapping mapping => mapping.Select(variable => ScalarResolver.IsNull(variable.Value) && variables[variable.Name] is { } value ? Tree.Text(value, variable.Value.Location) : variable.Value),
        YamlSequence list => list.Select((item, _) => item.AsText() is { } name && name.IndexOf('=') < 0 && variables[name] is { } value ? Tree.Text(name + "=" + value, item.Location) : item),
        var other => other,
    });
}
