using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace ComposeX.Architecture.Tests.House;

/// <summary>What a project file says that it imports.</summary>
internal sealed record ProjectFile(string Name, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages, bool TurnsTransitiveReferencesOn)
{
    public static ProjectFile Of(string name, string xml)
    {
        var root = XElement.Parse(xml);
        return new(
            name,
            [.. Includes(root, "ProjectReference").Select(Path.GetFileNameWithoutExtension).OfType<string>()],
            [.. Includes(root, "PackageReference")],
            root.Descendants("DisableTransitiveProjectReferences").Any(property => property.Value != "true"));
    }

    private static IEnumerable<string> Includes(XElement root, string item) =>
        root.Descendants(item).Select(element => (string?)element.Attribute("Include")).OfType<string>();
}
