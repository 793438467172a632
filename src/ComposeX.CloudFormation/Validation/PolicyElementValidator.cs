using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Validation;

/// <summary>Checks what the elements of a policy's statement hold.</summary>
internal sealed class PolicyElementValidator(DiagnosticBag diagnostics)
{
    private static readonly IReadOnlyList<string> s_principals = ["AWS", "Service", "Federated", "CanonicalUser"];

    /// <summary>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html</summary>
    private static readonly IReadOnlyList<string> s_operators =
    [
        "ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike", "BinaryEquals", "Bool",
        "DateEquals", "DateGreaterThan", "DateGreaterThanEquals", "DateLessThan", "DateLessThanEquals", "DateNotEquals",
        "IpAddress", "NotIpAddress", "Null",
        "NumericEquals", "NumericGreaterThan", "NumericGreaterThanEquals", "NumericLessThan", "NumericLessThanEquals", "NumericNotEquals",
        "StringEquals", "StringEqualsIgnoreCase", "StringLike", "StringNotEquals", "StringNotEqualsIgnoreCase", "StringNotLike",
    ];

    public void Check(CfnMap statement)
    {
        foreach (var member in statement.Members)
        {
            switch (member.Name)
            {
                case "Resource" or "NotResource" or "Action" or "NotAction":
                    CheckTexts(member);
                    break;
                case "Principal" or "NotPrincipal":
                    CheckPrincipal(member);
                    break;
                case "Condition":
                    CheckCondition(member.Value);
                    break;
            }
        }
    }

    private void CheckTexts(CfnMember member)
    {
        IReadOnlyList<CfnValue> items = member.Value is CfnList list ? list.Items : [member.Value];
        foreach (var item in items)
        {
            if (item is CfnMap or CfnList or CfnNumber or CfnBoolean)
                diagnostics.Add(PolicyDiagnostics.WrongShape(member.Name, "a text or a list of texts", item.Origin));
            else if (item is CfnString text && member.Name is "Resource" or "NotResource" && !IsResource(text.Value))
                diagnostics.Add(PolicyDiagnostics.InvalidResource(text.Value, text.Origin));
        }
    }

    private void CheckPrincipal(CfnMember member)
    {
        if (member.Value is CfnString { Value: "*" } or CfnFunction or CfnNull)
            return;
        if (member.Value is not CfnMap map)
            diagnostics.Add(PolicyDiagnostics.WrongShape(member.Name, "\"*\" or an object, as in { Service: ecs-tasks.amazonaws.com }", member.Value.Origin));
        else
            foreach (var unknown in map.Members.Where(principal => !s_principals.Contains(principal.Name)))
                diagnostics.Add(PolicyDiagnostics.UnknownElement($"\"{member.Name}\"", unknown.Name, s_principals, unknown.NameOrigin));
    }

    private void CheckCondition(CfnValue condition)
    {
        if (condition is CfnFunction or CfnNull)
            return;
        if (condition is not CfnMap operators)
            diagnostics.Add(PolicyDiagnostics.WrongShape("Condition", "an object, as in { StringEquals: { \"aws:SourceAccount\": \"123456789012\" } }", condition.Origin));
        else
            foreach (var unknown in operators.Members.Where(member => !s_operators.Contains(Base(member.Name), StringComparer.OrdinalIgnoreCase)))
                diagnostics.Add(PolicyDiagnostics.UnknownOperator(unknown.Name, s_operators, unknown.NameOrigin));
    }

    private static bool IsResource(string text) => text.StartsWith("arn:", StringComparison.Ordinal) || (text.Length > 0 && text.All(character => character == '*'));

    // "ForAnyValue:StringLikeIfExists" is "StringLike" with a quantifier and a leniency.
    private static string Base(string name)
    {
        const string Lenient = "IfExists";
        foreach (var quantifier in new[] { "ForAllValues:", "ForAnyValue:" })
        {
            if (name.StartsWith(quantifier, StringComparison.Ordinal))
                name = name.Substring(quantifier.Length);
        }

        return name.EndsWith(Lenient, StringComparison.Ordinal) ? name.Substring(0, name.Length - Lenient.Length) : name;
    }
}
