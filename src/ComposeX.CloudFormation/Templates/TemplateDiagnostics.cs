using System;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Templates;

/// <summary>What can be wrong with names that go into templates.</summary>
public static class TemplateDiagnostics
{
    public static Diagnostic LogicalIdClash(NamedId later, NamedId earlier) => Diagnostic.Error("CX4001", later.Origin,
        FormattableString.Invariant($"\"{later.Name}\" and \"{earlier.Name}\" ({earlier.Origin.File}, line {earlier.Origin.Line}) both become the CloudFormation name \"{later.LogicalId}\". ")
        + "Names may differ in more than dashes, dots, underscores and the case of first letters only: rename one of them.");
}
