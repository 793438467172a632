using System;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Registries;

/// <summary>A registry cannot do what is asked; the finding has no place yet, since a registry knows nothing of compose files.</summary>
internal sealed class RegistryException(Diagnostic diagnostic) : Exception(diagnostic.Message)
{
    public Diagnostic Diagnostic { get; } = diagnostic;
}
