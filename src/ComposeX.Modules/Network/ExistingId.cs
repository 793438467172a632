using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Lookups;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Network;

/// <summary>A kind of thing that exists already, is known by its id, and can be looked up.</summary>
/// <param name="Name">What it is, for findings.</param>
/// <param name="Prefix">What its ids begin with.</param>
/// <param name="Source">How it is found; the lock has its id as the one attribute.</param>
internal sealed record ExistingId(string Name, string Prefix, LookupSource Source)
{
    public static ExistingId SecurityGroup { get; } = new("security group", "sg-", LookupSources.SecurityGroup("GroupId"));

    public static ExistingId PrefixList { get; } = new("prefix list", "pl-", LookupSources.PrefixList("PrefixListId"));

    /// <summary>What the lock calls its id.</summary>
    private string Attribute => Source.Attributes[0].Name;

    /// <summary>The id that an entry gives with <c>Id</c> or <c>Lookup</c>; null, and a finding, when it gives none.</summary>
    /// <param name="key">What the entry is one of.</param>
    public static CfnValue? Read(MappingReader entry, string key, ExistingId kind, Location origin, NetworkScope scope)
    {
        var id = entry.Text("Id");
        var lookup = entry.Node("Lookup");
        switch (id, lookup)
        {
            case ({ } given, null):
                return kind.Of(given.Value, given.Origin, scope);
            case (null, not null):
                return scope.Surroundings.Lookups.Find(NetworkLookups.Section, LookupText.Of(lookup), lookup, scope.Diagnostics)?.Require(kind.Attribute, lookup.Location, scope.Diagnostics);
            default:
                scope.Diagnostics.Add(NetworkDiagnostics.NoGroup(key, origin));
                return null;
        }
    }

    /// <summary>An id as written, or a reference to something that the compose file declares.</summary>
    public CfnValue? Of(string id, Location origin, NetworkScope scope)
    {
        if (PropertiesReader.ReadReference(id, origin) is { } reference)
        {
            return reference;
        }

        if (Regex.IsMatch(id, $"^{Prefix}[0-9A-Za-z]+$", RegexOptions.CultureInvariant))
        {
            return new CfnString(id, origin);
        }

        scope.Diagnostics.Add(NetworkDiagnostics.BadId(id, Name, Prefix, origin));
        return null;
    }

    /// <summary>What logical ids and descriptions call it.</summary>
    public static string TextOf(CfnValue id) => id switch
    {
        CfnString text => text.Value,
        DeclarationReference reference => $"{reference.Name} of {reference.Key}",
        _ => "",
    };
}
