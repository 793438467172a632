using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Reading;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Tests;

/// <summary>Reads a template written as YAML into the model, so that cases can be written as CloudFormation.</summary>
internal static class TemplateFile
{
    public static Template Read(SourceFile file, DiagnosticBag diagnostics)
    {
        var root = (YamlMapping)YamlReader.Read(file, diagnostics)[0];
        var name = TemplateFileName.TemplateOf(file.Path.Split('/').Last()) ?? file.Path;
        return new Template(name, Text(root["Description"]) ?? "", root.Location with { EndLine = root.Location.Line, EndColumn = root.Location.Column })
        {
            Parameters = [.. Section(root, "Parameters").Select(Parameter)],
            Mappings = [.. Section(root, "Mappings").Select(entry => new Mapping(entry.Name, (CfnMap)CfnValueReader.Read(entry.Value), entry.Key.Location))],
            Conditions = [.. Section(root, "Conditions").Select(entry => new Condition(entry.Name, CfnValueReader.ReadCondition(entry.Value), entry.Key.Location))],
            Resources = [.. Section(root, "Resources").SelectMany(Twice).Select(Resource)],
            Outputs = [.. Section(root, "Outputs").Select(Output)],
        };
    }

    // YAML has no key twice; "Name~" in a case stands for a second "Name".
    private static IEnumerable<YamlEntry> Twice(YamlEntry entry) =>
        [entry with { Key = entry.Key with { Text = entry.Name.TrimEnd('~') } }];

    private static Parameter Parameter(YamlEntry entry)
    {
        var body = (YamlMapping)entry.Value;
        return new Parameter(entry.Name, Text(body["Type"]) ?? "String", entry.Key.Location)
        {
            Default = Text(body["Default"]),
            Description = Text(body["Description"]),
            AllowedPattern = Text(body["AllowedPattern"]),
            AllowedValues = Texts(body["AllowedValues"]),
            NoEcho = Text(body["NoEcho"]) == "true",
        };
    }

    private static Resource Resource(YamlEntry entry)
    {
        var body = (YamlMapping)entry.Value;
        var type = Text(body["Type"]) ?? "";
        var properties = body["Properties"] is YamlMapping mapping ? CfnValueReader.ReadProperties(mapping, type) : new CfnMap([], entry.Key.Location);
        return new Resource(entry.Name, type, properties, entry.Key.Location)
        {
            Condition = Text(body["Condition"]),
            DependsOn = Texts(body["DependsOn"]),
            DeletionPolicy = Text(body["DeletionPolicy"]),
            UpdateReplacePolicy = Text(body["UpdateReplacePolicy"]),
            Metadata = body["Metadata"] is { } metadata ? (CfnMap)CfnValueReader.Read(metadata) : null,
        };
    }

    private static Output Output(YamlEntry entry)
    {
        var body = (YamlMapping)entry.Value;
        return new Output(entry.Name, CfnValueReader.Read(body["Value"]!), entry.Key.Location)
        {
            Description = Text(body["Description"]),
            Condition = Text(body["Condition"]),
            ExportName = body["Export"] is YamlMapping export ? CfnValueReader.Read(export["Name"]!) : null,
        };
    }

    private static IReadOnlyList<YamlEntry> Section(YamlMapping root, string name) => root[name] is YamlMapping section ? section.Entries : [];

    private static string? Text(YamlNode? node) => (node as YamlScalar)?.Text;

    private static IReadOnlyList<string> Texts(YamlNode? node) => node switch
    {
        YamlScalar scalar => [scalar.Text],
        YamlSequence sequence => [.. sequence.Items.Select(item => Text(item) ?? "")],
        _ => [],
    };
}
