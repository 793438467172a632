namespace ComposeX.CloudFormation.Templates;

/// <summary>The two notations CloudFormation reads.</summary>
public enum TemplateFormat
{
    Json,
    Yaml,
}
