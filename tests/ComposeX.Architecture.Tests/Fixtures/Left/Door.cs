using System.Collections.Generic;
using System.Linq;
using ComposeX.Architecture.Tests.Fixtures.Right;

namespace ComposeX.Architecture.Tests.Fixtures.Left;

/// <summary>Names types of the other folder in each way the reader of assemblies must see.</summary>
internal static class Door
{
    public static int Count() => new List<OnlyInGenericArgument[]>().Count;

    public static object InLambda() => Enumerable.Range(0, 1).Select(_ => OnlyInLambda.Value);

    [OnlyInAttribute]
    public static void Attributed()
    {
    }
}
