using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Lookups;
using ComposeX.Syntax;

namespace ComposeX.Modules.Secrets;

/// <summary>The secrets that are looked up. Nobody ever asks for their values.</summary>
internal static class SecretLookups
{
    private static readonly LookupSource Source = LookupSources.Secret("Arn", "KmsKeyId");

    /// <summary>Where the lock keeps them.</summary>
    public const string Section = "secrets";

    public static IReadOnlyList<LookupRequest> Of(ComposeProject project) =>
    [
        .. from secret in project.Secrets
           let settings = secret.Extensions.FirstOrDefault(extension => extension.Name is "x-secrets" or "x-secret")?.Value as YamlMapping
           let lookup = settings?["Lookup"]
           where lookup is not null
           select new LookupRequest(Section, secret.Key, lookup, QueriesOf(lookup, settings)),
    ];

    // A name beside the look-up tells one of several apart.
    private static IReadOnlyList<LookupQuery> QueriesOf(YamlNode lookup, YamlMapping settings) => lookup is not YamlMapping by ? []
        : settings.Entry("Name") is { } name && by["Name"] is null && by["Arn"] is null ? [new(Source, by with { Entries = [.. by.Entries, name] })]
        : [new(Source, by)];
}
