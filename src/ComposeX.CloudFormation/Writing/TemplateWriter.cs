using ComposeX.CloudFormation.Templates;

namespace ComposeX.CloudFormation.Writing;

/// <summary>Writes a template: the same bytes for the same template, everywhere.</summary>
public static class TemplateWriter
{
    /// <summary>The template's text with <c>\n</c> line ends, the last line ended.</summary>
    public static string Write(Template template, TemplateFormat format)
    {
        var document = TemplateDocument.Of(template);
        return format == TemplateFormat.Json ? JsonValueWriter.Write(document) : YamlValueWriter.Write(document);
    }
}
