using System;
using ComposeX.Architecture.Tests.Fixtures.Left;

namespace ComposeX.Architecture.Tests.Fixtures.Right;

internal sealed record OnlyInGenericArgument;

internal static class OnlyInLambda
{
    public static int Value => Door.Count();
}

[AttributeUsage(AttributeTargets.Method)]
internal sealed class OnlyInAttribute : Attribute;
