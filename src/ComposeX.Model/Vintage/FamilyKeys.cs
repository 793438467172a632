using System;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Model.Vintage;

/// <summary>The x-keys of a service.</summary>
internal static class FamilyKeys
{
    private const string NetworkKey = "x-network";

    /// <summary>What a service says under <c>x-network</c>, or null.</summary>
    public static YamlMapping? Network(this ComposeService service) =>
        service.Extensions.FirstOrDefault(entry => string.Equals(entry.Name, NetworkKey, StringComparison.Ordinal))?.Value as YamlMapping;

    /// <summary>The service with another <c>x-network</c>; without the key when nothing is left in it.</summary>
    public static ComposeService WithNetwork(this ComposeService service, YamlMapping network)
    {
        var keys = new YamlMapping(service.Extensions, service.Origin);
        return service with
        {
            Extensions = (network.Entries.Count == 0 ? keys.Without(NetworkKey) : keys.With(new(keys.Entry(NetworkKey)?.Key ?? new Yaml(network.Location).Text(NetworkKey), network))).Entries,
        };
    }
}
