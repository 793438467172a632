using System.Collections.Generic;
using System.Runtime.CompilerServices;
using ComposeX.Syntax;

namespace ComposeX.Compose.Trees;

/// <summary>Tells nodes apart by where they are, not by what they say: a value that many aliases use is one node.</summary>
internal sealed class SameNode : IEqualityComparer<YamlNode>
{
    public static SameNode Instance { get; } = new();

    public bool Equals(YamlNode? x, YamlNode? y) => ReferenceEquals(x, y);

    public int GetHashCode(YamlNode obj) => RuntimeHelpers.GetHashCode(obj);
}
