using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Syntax;

namespace ComposeX.Modules.ServiceConnect;

/// <summary>What this room looks at in <c>x-network</c> of services.</summary>
internal static class NetworkKey
{
    private const string Connect = "x-ecs_connect";

    /// <summary>The <c>x-ecs_connect</c> of a family's services, in their order.</summary>
    public static IReadOnlyList<YamlEntry> ConnectOf(Family family) =>
        [.. family.Services.Select(service => Of(service)?.Entry(Connect)).OfType<YamlEntry>()];

    /// <summary><c>x-ecs_connect: false</c>.</summary>
    public static bool IsOff(YamlEntry connect) => connect.Value is YamlScalar { Text: "false" };

    /// <summary>Whether the family takes part as the user says.</summary>
    public static bool IsOn(Family family) => ConnectOf(family).Any(connect => !IsOff(connect));

    /// <summary>Whether tasks of the family are found by DNS, as the user chose.</summary>
    public static bool IsRegistered(Family family) => family.Services.Any(service => Of(service)?["x-cloudmap"] is not null);

    /// <summary>Who may reach a service beside those that depend on it: the names in <c>Ingress.Services</c>.</summary>
    public static IEnumerable<Located<string>> Reachers(ComposeService service) =>
        ((Of(service)?["Ingress"] as YamlMapping)?["Services"] as YamlSequence)?.Items
            .Select(item => item is YamlMapping mapping ? mapping["Name"] : item)
            .OfType<YamlScalar>()
            .Select(name => new Located<string>(name.Text, name.Location)) ?? [];

    private static YamlMapping? Of(ComposeService service) =>
        service.Extensions.FirstOrDefault(extension => string.Equals(extension.Name, "x-network", StringComparison.Ordinal))?.Value as YamlMapping;
}
