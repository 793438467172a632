namespace ComposeX.Compiler.Outputs;

/// <summary>A file that a build leaves: its name in the output folder and its text.</summary>
public sealed record OutputFile(string Name, string Text);
