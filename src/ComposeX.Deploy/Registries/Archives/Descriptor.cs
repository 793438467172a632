namespace ComposeX.Deploy.Registries.Archives;

/// <summary>What a manifest says of something that it needs.</summary>
internal sealed record Descriptor(string MediaType, string Digest, long Size)
{
    /// <summary>Content that its license keeps from being pushed: whoever pulls the image gets it elsewhere.</summary>
    public bool IsForeign => MediaType.Contains("nondistributable", System.StringComparison.Ordinal) || MediaType.Contains("foreign", System.StringComparison.Ordinal);
}
