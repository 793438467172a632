using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Testing;
using Xunit;

namespace ComposeX.Compiler.Tests;

/// <summary>Compose text compiled in one line, for tests that ask one question.</summary>
internal static class Compiling
{
    /// <summary>The templates of a compose file without errors.</summary>
    public static IReadOnlyList<Template> Templates(string compose, string properties = "")
    {
        var compiled = Compile(compose, properties);
        Assert.Empty(AnnotatedFindings.List(compiled.Diagnostics.Where(found => found.Severity == Syntax.DiagnosticSeverity.Error), "/shop"));
        return compiled.Compilation?.Templates ?? [];
    }

    public static CaseCompilation Compile(string compose, string properties = "") =>
        CaseCompilation.Of(new MemoryFiles(("/shop/docker-compose.yml", compose), ("/shop/properties.txt", properties)), "/shop");

    /// <summary>Every resource of all templates by its logical id.</summary>
    public static IReadOnlyDictionary<string, (string Stack, Resource Resource)> Resources(IReadOnlyList<Template> templates) => templates
        .SelectMany(template => template.Resources.Select(resource => (template.Name, resource)))
        .ToDictionary(found => found.resource.LogicalId, found => (found.Name, found.resource), StringComparer.Ordinal);

    /// <summary>The texts at a path of member names; lists are walked through.</summary>
    public static IEnumerable<string> Texts(CfnValue? value, params string[] path) => value switch
    {
        null => [],
        CfnList list => list.Items.SelectMany(item => Texts(item, path)),
        CfnMap map when path.Length > 0 => Texts(map[path[0]], [.. path.Skip(1)]),
        CfnString text when path.Length == 0 => [text.Value],
        _ => [],
    };
}
