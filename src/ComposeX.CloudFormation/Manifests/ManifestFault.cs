using System;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Manifests;

/// <summary>Carries the first fault of a manifest to the reader's door; it never passes it.</summary>
internal sealed class ManifestFault(Diagnostic diagnostic) : Exception(diagnostic.Message)
{
    public Diagnostic Diagnostic { get; } = diagnostic;
}
