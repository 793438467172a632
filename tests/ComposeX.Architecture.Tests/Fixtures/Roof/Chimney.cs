using ComposeX.Architecture.Tests.Fixtures.Left;

namespace ComposeX.Architecture.Tests.Fixtures.Roof;

/// <summary>Uses a folder that does not use it: no circle.</summary>
internal static class Chimney
{
    public static int Count() => Door.Count();
}
