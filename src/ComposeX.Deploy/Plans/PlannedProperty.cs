namespace ComposeX.Deploy.Plans;

/// <summary>A property that changes, as far as AWS says from what to what.</summary>
/// <param name="Recreation"><c>Never</c>, <c>Conditionally</c> or <c>Always</c>.</param>
internal sealed record PlannedProperty(string Name, string? Before, string? After, string Recreation);
