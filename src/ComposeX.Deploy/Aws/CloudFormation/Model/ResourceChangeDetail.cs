using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>Why a resource changes: the property, its values, and whether it costs a replacement.</summary>
internal sealed record ResourceChangeDetail
{
    /// <summary><c>Properties</c>, <c>Tags</c>, <c>Metadata</c> …</summary>
    public string? Attribute { get; init; }

    public string? Name { get; init; }

    public string? Path { get; init; }

    /// <summary><c>Never</c>, <c>Conditionally</c> or <c>Always</c>.</summary>
    public string? RequiresRecreation { get; init; }

    public string? BeforeValue { get; init; }

    public string? AfterValue { get; init; }

    /// <summary><c>Static</c> when it is certain, <c>Dynamic</c> when it depends on what another resource becomes.</summary>
    public string? Evaluation { get; init; }

    /// <summary>The parameter or resource (<c>Table</c>, <c>Table.Arn</c>) whose change is the cause.</summary>
    public string? CausingEntity { get; init; }

    internal static ResourceChangeDetail Read(QueryElement element)
    {
        var target = element["Target"];
        return new()
        {
            Attribute = target.Text(nameof(Attribute)),
            Name = target.Text(nameof(Name)),
            Path = target.Text(nameof(Path)),
            RequiresRecreation = target.Text(nameof(RequiresRecreation)),
            BeforeValue = target.Text(nameof(BeforeValue)),
            AfterValue = target.Text(nameof(AfterValue)),
            CausingEntity = element.Text(nameof(CausingEntity)),
            Evaluation = element.Text(nameof(Evaluation)),
        };
    }
}
