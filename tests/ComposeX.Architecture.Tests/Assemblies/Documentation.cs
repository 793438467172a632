using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Mono.Cecil;

namespace ComposeX.Architecture.Tests.Assemblies;

/// <summary>Compares an assembly with its documentation file.</summary>
internal static class Documentation
{
    /// <summary>The documentation file of a project, from the tests' own output.</summary>
    public static XElement Read(string name) => XElement.Load(Path.Combine(AppContext.BaseDirectory, name + ".xml"));

    /// <summary>
    /// Public types without a summary. The cases of a closed union are excused: their abstract parent, in the same
    /// assembly, says what they are for.
    /// </summary>
    public static IReadOnlyList<string> Missing(AssemblyDefinition assembly, XElement documentation)
    {
        var documented = documentation.Descendants("member")
            .Where(member => member.Element("summary") is { } summary && summary.DescendantNodes().Any())
            .Select(member => (string)member.Attribute("name")!)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. assembly.MainModule.GetTypes()
                .Where(type => (type.IsPublic || type.IsNestedPublic) && !documented.Contains(Id(type)) && !IsCaseOf(type, documented))
                .Select(type => type.FullName)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static bool IsCaseOf(TypeDefinition type, HashSet<string> documented) =>
        type.BaseType is TypeDefinition { IsAbstract: true } parent && documented.Contains(Id(parent));

    private static string Id(TypeDefinition type) => "T:" + type.FullName.Replace('/', '.');
}
