using System;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Model.Seam;

/// <summary>Finds the x-keys of a service.</summary>
public static class ServiceKeys
{
    /// <summary>The key with its value, by the first of the names that the service has; null when it has none, or nothing behind it.</summary>
    public static YamlEntry? Key(this ComposeService service, params string[] names) => names
        .Select(name => service.Extensions.FirstOrDefault(extension => string.Equals(extension.Name, name, StringComparison.Ordinal)))
        .FirstOrDefault(extension => extension is not null && !ScalarResolver.IsNull(extension.Value));
}
