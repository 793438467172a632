using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Schema;
using ComposeX.Compiler.Rooms;
using ComposeX.Model.Seam;
using ComposeX.Syntax;
using ComposeX.Testing;
using Xunit;

namespace ComposeX.Compiler.Tests;

/// <summary>
/// The least that declares a resource of a module with access sets, and ARNs such as its resources have. Both are found: the
/// declaration in the room's own cases, the ARNs there and in AWS's schema.
/// </summary>
/// <param name="Members">Members of the declaration, as they stand in a flow mapping.</param>
internal sealed record ModuleSample(Module Module, string Members, IReadOnlyList<string> Arns)
{
    // What uses, names or finds a resource is not part of declaring it.
    private static readonly string[] Declaring = ["Properties", "MacroParameters", "Settings"];

    private static readonly Regex Arn = new(@"arn:[^\s""',}\]]+", RegexOptions.CultureInvariant);

    private static readonly ConcurrentDictionary<string, ModuleSample> s_found = new(StringComparer.Ordinal);

    /// <summary>The keys of all modules whose access sets allow something.</summary>
    public static TheoryData<string> Keys => [.. ModuleCatalogue.Modules.Where(module => module.Access.Any(set => set.Actions.Count > 0)).Select(module => module.Key)];

    public static ModuleSample Of(string key) => s_found.GetOrAdd(key, Find);

    /// <summary>A compose file in which the service <c>idle</c> uses the declaration <c>sample</c>.</summary>
    /// <param name="use">What stands behind the service's name.</param>
    public string Compose(string use) => Compose(Module.Key, Members, use);

    private static string Compose(string key, string members, string use) => FormattableString.Invariant($$"""
        services:
          idle: {image: acme/idle:1}
        {{key}}:
          sample: { {{(members.Length == 0 ? "" : members + ", ")}}Services: {idle: {{use}} } }
        """);

    private static ModuleSample Find(string key)
    {
        var module = ModuleCatalogue.Modules.Single(module => module.Key == key);
        var cases = CasesOf(module);
        var declarations = cases.SelectMany(@case => Declarations(@case, key)).ToList();
        var members = declarations
            .Where(declaration => declaration["Lookup"] is null && declaration["Use"] is null)
            .Select(declaration => string.Join(", ", declaration.Entries.Where(entry => Declaring.Contains(entry.Name)).Select(Flow)))
            .Append("")
            .Distinct(StringComparer.Ordinal)
            .OrderBy(text => text.Length).ThenBy(text => text, StringComparer.Ordinal)
            .FirstOrDefault(text => !Compiling.Compile(Compose(key, text, "")).Diagnostics.Any(found => found.Severity == DiagnosticSeverity.Error));
        Assert.True(members is not null, $"{key}: none of its cases has a declaration that compiles without the rest of the case.");
        var arns = ArnsOf(module, cases, declarations);
        Assert.True(arns.Count > 0, $"{key}: AWS's schema does not tell its ARN. Give it a case with a Lookup whose lock file does.");
        return new(module, members, arns);
    }

    // The folder of cases has the name of the room's.
    private static IReadOnlyList<Case> CasesOf(Module module)
    {
        var folder = module.GetType().Namespace!.Split('.').Last();
        return [.. Case.All(typeof(ModuleSample).Assembly).Where(@case => @case.Name.StartsWith(folder + "/", StringComparison.Ordinal))];
    }

    private static IReadOnlyList<string> ArnsOf(Module module, IReadOnlyList<Case> cases, IReadOnlyList<YamlMapping> declarations)
    {
        var patterns = declarations
            .Where(declaration => declaration["Lookup"] is not null)
            .SelectMany(declaration => module.QueriesOf(new Declaration(module, "sample", declaration.Location) { Lookup = declaration["Lookup"] }))
            .Select(query => query.Source.ArnPattern)
            .Concat(module.LookupBy is { } source ? [source.ArnPattern] : [])
            .Distinct(StringComparer.Ordinal)
            .Select(pattern => new Regex($"^(?:{pattern})$", RegexOptions.CultureInvariant))
            .ToList();
        var written = cases.SelectMany(@case => @case.Files.Files).Where(file => file.Path.EndsWith("/composex.lock.json", StringComparison.Ordinal))
            .SelectMany(file => Arn.Matches(file.Text).Cast<Match>().Select(match => match.Value))
            .Where(arn => patterns.Any(pattern => pattern.IsMatch(arn)));
        return [.. new[] { SchemaArn(module.Type) }.OfType<string>().Concat(written).Distinct(StringComparer.Ordinal)];
    }

    private static string? SchemaArn(string type) => SchemaCatalogue.Default.Find(type)?.ArnTemplate is { } template
        ? Regex.Replace(template, @"\$\{(?<name>[A-Za-z]+)\}", match => match.Groups["name"].Value switch
        {
            "Partition" => "aws",
            "Region" => "eu-west-1",
            "Account" => "111122223333",
            _ => "sample",
        })
        : null;

    private static IEnumerable<YamlMapping> Declarations(Case @case, string key) =>
        from path in CaseCompilation.ComposeFiles(@case.Files, Case.Root)
        from document in YamlReader.Read(@case.Files.Read(path)!, new DiagnosticBag())
        let entries = (document as YamlMapping)?[key] as YamlMapping
        where entries is not null
        from entry in entries.Entries
        select entry.Value as YamlMapping ?? new YamlMapping([], entry.Value.Location);

    private static string Flow(YamlEntry entry) => $"{Flow(entry.Key)}: {Flow(entry.Value)}";

    private static string Flow(YamlNode node) => (node.Tag is { } tag ? tag + " " : "") + node switch
    {
        YamlMapping mapping => $"{{{string.Join(", ", mapping.Entries.Select(Flow))}}}",
        YamlSequence sequence => $"[{string.Join(", ", sequence.Items.Select(Flow))}]",
        YamlAlias alias => Flow(alias.Target),
        YamlScalar { Style: YamlScalarStyle.Plain } scalar when scalar.Text.IndexOfAny([',', '[', ']', '{', '}', ':', '#', '\n']) < 0 => scalar.Text,
        YamlScalar scalar => $"\"{scalar.Text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n")}\"",
        _ => "",
    };
}
