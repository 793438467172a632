using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Model.Families;
using ComposeX.Syntax;

namespace ComposeX.Modules.ServiceConnect;

/// <summary>A name and port that a family offers in a namespace.</summary>
internal sealed record UsedAlias(string DnsName, long Port)
{
    /// <summary>What a family's macro parameters offer, whatever is wrong with them.</summary>
    public static IEnumerable<UsedAlias> Of(Family family, string cloudmap) =>
        from connect in NetworkKey.ConnectOf(family)
        let macros = (connect.Value as YamlMapping)?["MacroParameters"] as YamlMapping
        where macros?["x-cloudmap"] is YamlScalar name && string.Equals(name.Text, cloudmap, StringComparison.Ordinal)
        from entry in ((macros["service_ports"] ?? macros["services_ports"]) as YamlMapping)?.Entries ?? []
        let dnsName = (entry.Value as YamlMapping)?["DnsName"] as YamlScalar
        where dnsName is not null
        from port in family.Services.SelectMany(ContainerPort.Of)
        where string.Equals(port.Name, entry.Name, StringComparison.Ordinal)
        select new UsedAlias(dnsName.Text, port.Number);
}
