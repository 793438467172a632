using System.Collections.Generic;
using System.Linq;

namespace ComposeX.Deploy.Plans;

/// <summary>A property that changes, as far as AWS says from what to what.</summary>
/// <param name="Name">The property at the top of the resource.</param>
/// <param name="Recreation"><c>Never</c>, <c>Conditionally</c> or <c>Always</c>.</param>
internal sealed record PlannedProperty(string Name, string? Before, string? After, string Recreation)
{
    /// <summary>Where in the property the change is (<c>/NetworkConfiguration/AwsvpcConfiguration/Subnets/1</c>); null when it is the whole of it.</summary>
    public string? Path { get; init; }

    /// <summary>The parameters and resources because of which it changes; none when it was written differently.</summary>
    public IReadOnlyList<string> Causes { get; init; } = [];

    /// <summary>What CloudFormation knows only while it carries the change out.</summary>
    public bool IsKnownLater => After is not null && After.Contains("{{changeSet:KNOWN_AFTER_APPLY}}", System.StringComparison.Ordinal);

    public string Label => Path is null ? Name : string.Join('.', Path.Split('/').Where(part => part.Length > 0));
}
