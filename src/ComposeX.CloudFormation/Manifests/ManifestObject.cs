using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Manifests;

/// <summary>An object of the manifest while it is read: asks for members by name and kind, faults with path and place.</summary>
internal sealed class ManifestObject(string path, Location place, IReadOnlyDictionary<string, ManifestValue> members)
{
    public string Text(string name) => Required(name).As<string>("a text");

    public string? OptionalText(string name) => Find(name)?.As<string>("a text");

    public long Number(string name) => Required(name).As<long>("a whole number");

    public bool Flag(string name) => Find(name)?.As<bool>("true or false") ?? false;

    public ManifestObject Object(string name) => Required(name).As<ManifestObject>("an object");

    public IReadOnlyList<string> Texts(string name) => Items(name, item => item.As<string>("a text"));

    public IReadOnlyList<T> Objects<T>(string name, Func<ManifestObject, T> read) => Items(name, item => read(item.As<ManifestObject>("an object")));

    public Location PlaceOf(string name) => Find(name)?.Place ?? place;

    private IReadOnlyList<T> Items<T>(string name, Func<ManifestValue, T> read) =>
        Find(name) is { } value ? [.. value.As<List<ManifestValue>>("a list").Select(read)] : [];

    private ManifestValue Required(string name) =>
        Find(name) ?? throw new ManifestFault(ManifestDiagnostics.Missing(place, path.Length == 0 ? name : path + "." + name));

    private ManifestValue? Find(string name) => members.TryGetValue(name, out var value) && value.Value is not null ? value : null;
}

/// <summary>A value of the manifest with its path and place.</summary>
internal sealed record ManifestValue(object? Value, string Path, Location Place)
{
    public T As<T>(string expected) =>
        Value is T value ? value : throw new ManifestFault(ManifestDiagnostics.WrongKind(Place, Path, expected));
}
