using System;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Normalisation;

/// <summary>Changes every service of a model.</summary>
internal static class ServiceTable
{
    public static YamlMapping SelectServices(this YamlMapping model, Func<YamlEntry, YamlMapping, YamlMapping?> change) =>
        model.Select(section => section is { Name: "services", Value: YamlMapping services }
            ? services.Select(service => service.Value is YamlMapping mapping ? change(service, mapping) : service.Value)
            : section.Value);
}
