using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.Model.Lookups;

/// <summary>
/// What was found for each <c>Lookup</c>, read from <c>composex.lock.json</c> beside the compose file, so that a build is the same
/// everywhere and never calls AWS: <c>{"version": 1, "lookups": {"x-vpc": {"vpc": {"lookup": "…", "attributes": {"VpcId": "vpc-1"}}}}}</c>.
/// </summary>
public sealed class LookupLock
{
    /// <summary>The file's name where there are no environments.</summary>
    public const string FileName = "composex.lock.json";

    private readonly YamlMapping? _lookups;
    private readonly bool _isUnreadable;
    private readonly LockFile _file;

    private LookupLock(YamlMapping? lookups, bool isUnreadable, LockFile file)
    {
        _lookups = lookups;
        _isUnreadable = isUnreadable;
        _file = file;
    }

    /// <summary>A lock that holds nothing.</summary>
    public static LookupLock Empty { get; } = new(null, false, LockFile.Default);

    /// <summary>A lock that is not there yet, while it is found out what it should hold: nothing is found, and nothing is missed.</summary>
    public static LookupLock Unwritten { get; } = new(null, true, LockFile.Default);

    /// <summary>Reads the lock of a directory; without a file it holds nothing.</summary>
    public static LookupLock Read(string directory, LockFile lockFile, ISourceFiles files, DiagnosticBag diagnostics)
    {
        var path = Path.Combine(directory, lockFile.Name);
        if (files.Read(path) is not { } file)
        {
            return new(null, false, lockFile);
        }

        var faults = new DiagnosticBag();
        var document = YamlReader.Read(file, faults) is [var only] ? only : null;
        if (!faults.HasErrors && document is YamlMapping root && root["version"] is YamlScalar { Text: "1" } && root["lookups"] is YamlMapping lookups)
        {
            return new(lookups, false, lockFile);
        }

        diagnostics.Add(LookupDiagnostics.BadLock(lockFile, "it must be an object with \"version\": 1 and \"lookups\"", faults.FirstOrDefault()?.Location ?? Location.OfFile(path)));
        return new(null, true, lockFile);
    }

    /// <summary>What was found for a look-up, by attribute; null, and a finding, when the lock does not say or the look-up has changed.</summary>
    /// <param name="key">The x-key, or whatever else holds look-ups by name (<c>secrets</c>).</param>
    /// <param name="lookup">The look-up as written.</param>
    public FoundResource? Find(string key, string name, YamlNode lookup, DiagnosticBag diagnostics)
    {
        if (_isUnreadable)
        {
            return null;
        }

        if ((_lookups?[key] as YamlMapping)?[name] is not YamlMapping entry)
        {
            diagnostics.Add(LookupDiagnostics.NotFoundYet(_file, key, name, lookup.Location));
            return null;
        }

        if (entry["lookup"] is not YamlScalar asked || entry["attributes"] is not YamlMapping attributes)
        {
            diagnostics.Add(LookupDiagnostics.BadLock(_file, "an entry has a text \"lookup\" and an object \"attributes\"", entry.Location));
            return null;
        }

        if (!string.Equals(asked.Text, LookupText.Of(lookup), StringComparison.Ordinal))
        {
            diagnostics.Add(LookupDiagnostics.Stale(_file, key, name, lookup.Location));
            return null;
        }

        return new(key, name, attributes.Entries.ToDictionary(attribute => attribute.Name, attribute => Value(attribute.Value, lookup.Location), StringComparer.Ordinal))
        {
            File = _file,
        };
    }

    // The origin is the look-up: that is what the user can change.
    private static CfnValue Value(YamlNode node, Location origin) => node switch
    {
        YamlSequence list => new CfnList([.. list.Items.Select(item => Value(item, origin))], origin),
        YamlMapping map => new CfnMap([.. map.Entries.Select(entry => new CfnMember(entry.Name, Value(entry.Value, origin), origin))], origin),
        YamlScalar scalar => new CfnString(scalar.Text, origin),
        _ => new CfnNull(origin),
    };
}

/// <summary>An existing resource, by the attributes that were found.</summary>
public sealed record FoundResource(string Key, string Name, IReadOnlyDictionary<string, CfnValue> Attributes)
{
    /// <summary>The file that says so.</summary>
    public LockFile File { get; init; } = LockFile.Default;

    /// <summary>An attribute; null, and a finding, when the lock does not have it.</summary>
    public CfnValue? Require(string attribute, Location origin, DiagnosticBag diagnostics)
    {
        if (Attributes.TryGetValue(attribute, out var value))
        {
            return value;
        }

        diagnostics.Add(LookupDiagnostics.NotInEntry(File, attribute, Key, Name, [.. Attributes.Keys.OrderBy(key => key, StringComparer.Ordinal)], origin));
        return null;
    }
}
