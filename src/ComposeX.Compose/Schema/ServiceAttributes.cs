using System.Collections.Generic;
using System.Linq;

namespace ComposeX.Compose.Schema;

/// <summary>The names of all that the Compose Specification lets a service say.</summary>
public static class ServiceAttributes
{
    // Of the attributes that hold others, those whose parts mean something one by one.
    private static readonly string[] _divided = ["deploy", "healthcheck"];

    /// <summary>The paths of the attributes in the specification's order: <c>image</c>, <c>deploy</c>, <c>deploy.replicas</c>.</summary>
    public static IReadOnlyList<string> Paths { get; } = [.. Below("", ServiceShape.Service)];

    private static IEnumerable<string> Below(string prefix, Shape shape) => (shape.Attributes ?? new Dictionary<string, Shape>())
        .SelectMany(attribute => (IEnumerable<string>)
        [
            prefix + attribute.Key,
            .. prefix.Length > 0 || _divided.Contains(attribute.Key) ? Below(prefix + attribute.Key + ".", attribute.Value) : [],
        ]);
}
