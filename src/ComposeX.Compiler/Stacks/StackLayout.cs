namespace ComposeX.Compiler.Stacks;

/// <summary>How resources are spread over stacks.</summary>
public enum StackLayout
{
    /// <summary>One nested stack per family and per x-key with new resources, under a root.</summary>
    Nested,

    /// <summary>Everything in one template.</summary>
    Single,

    /// <summary>For very many tasks: a fixed number of stacks that share the families, by a hash of the family's name.</summary>
    Sharded,
}
