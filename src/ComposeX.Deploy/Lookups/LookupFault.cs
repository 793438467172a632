using System;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Lookups;

/// <summary>Ends one look-up with a finding; the others go on, so that all that is wrong is said at once.</summary>
internal sealed class LookupFault(Diagnostic diagnostic) : Exception(diagnostic.Message)
{
    public Diagnostic Diagnostic { get; } = diagnostic;
}
