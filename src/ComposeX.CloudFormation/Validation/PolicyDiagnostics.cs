using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Validation;

/// <summary>What can be wrong with IAM policy documents.</summary>
public static class PolicyDiagnostics
{
    public static Diagnostic Missing(string owner, string element, Location place) => Diagnostic.Error("CX4070", place,
        $"{owner} needs \"{element}\".");

    public static Diagnostic UnknownElement(string owner, string element, IReadOnlyCollection<string> known, Location place) => Diagnostic.Error("CX4071", place,
        $"{owner} has no element \"{element}\".{Spelling.Hint(element, known)}");

    public static Diagnostic InvalidValue(string element, string value, IReadOnlyCollection<string> allowed, Location place) => Diagnostic.Error("CX4072", place,
        $"\"{element}\" of a policy cannot be \"{value}\".{Spelling.Hint(value, allowed)}{Choice.Of(" It can be ", allowed)}");

    public static Diagnostic InvalidAction(string action, Location place) => Diagnostic.Error("CX4073", place,
        $"\"{action}\" is no action: write the service and its action, as in \"sqs:SendMessage\", or \"*\".");

    public static Diagnostic Both(string element, string opposite, Location place) => Diagnostic.Error("CX4074", place,
        $"A statement has either \"{element}\" or \"{opposite}\", not both.");

    public static Diagnostic NotHere(string element, string where, Location place) => Diagnostic.Error("CX4075", place,
        $"\"{element}\" cannot stand in {where}.");

    public static Diagnostic WrongShape(string element, string expected, Location place) => Diagnostic.Error("CX4076", place,
        $"\"{element}\" of a policy must be {expected}.");

    public static Diagnostic InvalidResource(string resource, Location place) => Diagnostic.Error("CX4077", place,
        $"\"{resource}\" is no resource that a policy can name: write an ARN, as in \"arn:aws:sqs:eu-west-1:123456789012:orders\", or \"*\".");

    public static Diagnostic UnknownOperator(string name, IReadOnlyCollection<string> known, Location place) => Diagnostic.Error("CX4078", place,
        $"IAM knows no condition operator \"{name}\".{Spelling.Hint(name, known)}");
}
