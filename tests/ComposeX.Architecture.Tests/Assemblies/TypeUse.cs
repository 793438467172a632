namespace ComposeX.Architecture.Tests.Assemblies;

/// <summary>One type that names another of the same assembly, by their namespaces.</summary>
internal sealed record TypeUse(string Type, string Namespace, string UsedType, string UsedNamespace);
