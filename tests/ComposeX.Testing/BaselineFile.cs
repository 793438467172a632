namespace ComposeX.Testing;

/// <summary>What a test made for one baseline: the file's name beside the case's input, and its text.</summary>
public sealed record BaselineFile(string Name, string Text);
