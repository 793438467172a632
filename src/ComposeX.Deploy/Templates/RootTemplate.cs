namespace ComposeX.Deploy.Templates;

/// <summary>The root template as CloudFormation is told of it: by its text, or by its address.</summary>
/// <param name="Hash">A hash of its text; nested templates' addresses contain their hashes, so it covers them all.</param>
internal sealed record RootTemplate(string? Body, string? Url, string Hash);
