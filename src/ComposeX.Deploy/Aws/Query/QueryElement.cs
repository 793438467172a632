using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;

namespace ComposeX.Deploy.Aws.Query;

/// <summary>An element of a query response, read by local names: members are absent, text, or lists of <c>member</c>.</summary>
internal readonly struct QueryElement(XElement? element)
{
    public static QueryElement Load(Stream stream)
    {
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = false });
        return new(XElement.Load(reader));
    }

    public string Name => element?.Name.LocalName ?? "";

    public QueryElement this[string name] =>
        new(element?.Elements().FirstOrDefault(child => string.Equals(child.Name.LocalName, name, StringComparison.Ordinal)));

    public string? Text(string name) => this[name].Value;

    public bool? Flag(string name) => Text(name) is { } text ? string.Equals(text, "true", StringComparison.OrdinalIgnoreCase) : null;

    public DateTimeOffset? Time(string name) =>
        DateTimeOffset.TryParse(Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    public IReadOnlyList<T> List<T>(string name, Func<QueryElement, T> read) => [.. this[name].Members().Select(read)];

    public IReadOnlyList<string> Texts(string name) => List(name, member => member.Value ?? "");

    /// <summary>The elements below a member, whatever each is called: some services name them for what they hold.</summary>
    public IEnumerable<QueryElement> Children(string name) => this[name].AllChildren();

    /// <summary>The texts of elements below a member that have a name of their own.</summary>
    public IReadOnlyList<string> Texts(string name, string item) => [.. Children(name).Where(child => child.Name == item).Select(child => child.Value ?? "")];

    private string? Value => element?.Value;

    private IEnumerable<QueryElement> AllChildren() => (element?.Elements() ?? []).Select(child => new QueryElement(child));

    private IEnumerable<QueryElement> Members() =>
        (element?.Elements() ?? []).Where(child => child.Name.LocalName == "member").Select(child => new QueryElement(child));
}
