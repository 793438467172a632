using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Lookups;
using ComposeX.Syntax;

namespace ComposeX.Modules.Network;

/// <summary>The security groups and prefix lists under <c>x-network</c> that are looked up.</summary>
internal static class NetworkLookups
{
    /// <summary>Where the lock keeps them, each by the text of its look-up, so that the same one has one entry wherever it is asked.</summary>
    public const string Section = "x-network";

    public static IReadOnlyList<LookupRequest> Of(ComposeProject project) =>
    [
        .. from service in project.Services
           let settings = service.Extensions.FirstOrDefault(extension => extension.Name == Section)?.Value as YamlMapping
           where settings is not null
           from entry in Members(settings["AdditionalSecurityGroups"]).Concat(Members((settings["Ingress"] as YamlMapping)?["AwsSources"]))
           let lookup = entry["Lookup"]
           where lookup is not null
           let isPrefixList = entry["Type"] is YamlScalar { Text: "PrefixList" }
           select LookupRequest.Of(Section, LookupText.Of(lookup), lookup, (isPrefixList ? ExistingId.PrefixList : ExistingId.SecurityGroup).Source),
    ];

    private static IEnumerable<YamlMapping> Members(YamlNode? node) => node switch
    {
        YamlSequence list => list.Items.OfType<YamlMapping>(),
        YamlMapping map => map.Entries.Select(entry => entry.Value).OfType<YamlMapping>(),
        _ => [],
    };
}
