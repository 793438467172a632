namespace ComposeX.CloudFormation.Validation;

/// <summary>CloudFormation's quotas: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html</summary>
public static class Limits
{
    public const int Resources = 500;

    public const int Parameters = 200;

    public const int Outputs = 200;

    public const int Mappings = 200;

    public const int MappingAttributes = 200;

    public const int NameLength = 255;

    /// <summary>In UTF-8 bytes.</summary>
    public const int DescriptionLength = 1024;

    /// <summary>A parameter's value, in characters.</summary>
    public const int ParameterValueLength = 4096;

    /// <summary>A template that is given by URL, in bytes as written.</summary>
    public const int TemplateSize = 1_000_000;
}
