namespace ComposeX.Compiler.Families;

/// <summary>What becomes of one attribute of a compose service.</summary>
/// <param name="Path">The attribute as Compose spells it, such as <c>deploy.replicas</c>.</param>
/// <param name="Fate">Whether it is carried over, and why not.</param>
/// <param name="Text">Of one that is carried over, where to; of one that is left, why no one is told; of any other, the way out.</param>
internal sealed record ComposeAttribute(string Path, AttributeFate Fate, string Text);

/// <summary>The kinds of thing that can happen to an attribute.</summary>
internal enum AttributeFate
{
    /// <summary>It is carried over, or its value decides what is reported.</summary>
    Carried,

    /// <summary>It means nothing where ECS runs the containers, and nobody would miss it.</summary>
    Left,

    /// <summary>A room of the modules reads it; reported while there is no such room.</summary>
    OfARoom,

    /// <summary>Carried over on instances; Fargate cannot.</summary>
    InstancesOnly,

    /// <summary>ECS does the same by other means.</summary>
    AnotherWay,

    /// <summary>ECS has nothing like it.</summary>
    Impossible,
}
