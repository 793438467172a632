using System;

namespace ComposeX.CloudFormation.Templates;

/// <summary>What a template's file is called, in the output folder and in a nested stack's <c>TemplateURL</c>.</summary>
public static class TemplateFileName
{
    /// <summary><c>x-sqs.template.json</c> for the template <c>x-sqs</c>.</summary>
    public static string Of(string templateName, TemplateFormat format) => templateName + Ending(format);

    /// <summary>The template's name in a file name that <see cref="Of"/> made, or null when the text is none.</summary>
    public static string? TemplateOf(string fileName) => Stem(fileName, TemplateFormat.Json) ?? Stem(fileName, TemplateFormat.Yaml);

    private static string? Stem(string fileName, TemplateFormat format)
    {
        var ending = Ending(format);
        return fileName.Length > ending.Length && fileName.EndsWith(ending, StringComparison.Ordinal)
            ? fileName.Substring(0, fileName.Length - ending.Length)
            : null;
    }

    private static string Ending(TemplateFormat format) => format == TemplateFormat.Json ? ".template.json" : ".template.yaml";
}
