using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
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

    /// <summary>Whether the user gives the family a name for others, in either form.</summary>
    public static bool Names(Family family, string name)
    {
        return ConnectOf(family).Any(connect => Has(connect.Value));

        bool Has(YamlNode node) => node switch
        {
            YamlMapping mapping => mapping.Entries.Any(entry => Has(entry.Value) || (entry is { Name: "DnsName", Value: YamlScalar given } && string.Equals(given.Text, name, StringComparison.OrdinalIgnoreCase))),
            YamlSequence list => list.Items.Any(Has),
            _ => false,
        };
    }

    /// <summary>Whether tasks of the family are found by DNS, as the user chose.</summary>
    public static bool IsRegistered(Family family) => family.Services.Any(service => Of(service)?["x-cloudmap"] is not null);

    /// <summary>The namespaces that a family is registered in.</summary>
    public static IEnumerable<Located<string>> Registrations(Family family) => family.Services.SelectMany(service => Of(service)?["x-cloudmap"] switch
    {
        YamlScalar name when !ScalarResolver.IsNull(name) => [new Located<string>(name.Text, name.Location)],
        YamlMapping names => names.Entries.Select(entry => new Located<string>(entry.Name, entry.Key.Location)),
        _ => Enumerable.Empty<Located<string>>(),
    });

    /// <summary>The namespaces that a family takes part in as its <c>x-ecs_connect</c> says, where it names one of <c>x-cloudmap</c>.</summary>
    public static IEnumerable<Located<string>> ConnectNamespaces(Family family) =>
        from connect in ConnectOf(family).Select(entry => entry.Value).OfType<YamlMapping>()
        let macro = (connect["MacroParameters"] as YamlMapping)?["x-cloudmap"] as YamlScalar
        let verbatim = (connect["Properties"] as YamlMapping)?["Namespace"] as YamlScalar
        let reference = verbatim is null ? null : PropertiesReader.ReadReference(verbatim.Text, verbatim.Location)
        let name = macro is not null ? new Located<string>(macro.Text, macro.Location)
            : reference is not null ? new Located<string>(reference.Name, verbatim!.Location)
            : (Located<string>?)null
        where name is not null
        select name.Value;

    /// <summary>Who may reach a service beside those that depend on it: the entries of <c>Ingress.Services</c>.</summary>
    public static IEnumerable<Reacher> Reachers(ComposeService service) =>
        from item in ((Of(service)?["Ingress"] as YamlMapping)?["Services"] as YamlSequence)?.Items ?? []
        let mapping = item as YamlMapping
        let name = (mapping is null ? item : mapping["Name"]) as YamlScalar
        where name is not null
        select new Reacher(new(name.Text, name.Location), mapping?["DependsOn"] is YamlScalar depends && bool.TryParse(depends.Text, out var waits) && waits);

    /// <summary>Whether the tasks run where Service Connect does not reach: on machines outside of AWS.</summary>
    public static bool IsExternal(Family family) => family.Services
        .SelectMany(service => service.Deploy?.Labels ?? [])
        .Any(label => string.Equals(label.Name, "ecs.compute.platform", StringComparison.Ordinal) && string.Equals(label.Value, "EXTERNAL", StringComparison.OrdinalIgnoreCase));

    private static YamlMapping? Of(ComposeService service) =>
        service.Extensions.FirstOrDefault(extension => string.Equals(extension.Name, "x-network", StringComparison.Ordinal))?.Value as YamlMapping;
}

/// <summary>An entry of <c>Ingress.Services</c>.</summary>
/// <param name="Waits">Whether it starts after whom it reaches, which another room sees to.</param>
internal sealed record Reacher(Located<string> Name, bool Waits);
