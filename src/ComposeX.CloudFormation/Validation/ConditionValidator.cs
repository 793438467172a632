using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Validation;

/// <summary>Checks the sections that are evaluated before there are resources: conditions and mappings.</summary>
internal static class ConditionValidator
{
    public static void Check(TemplateScope scope, DiagnosticBag diagnostics)
    {
        var functions = new FunctionValidator(scope, diagnostics);
        foreach (var condition in scope.Template.Conditions)
        {
            functions.Check(condition.Expression, ValuePlace.Condition);
            if (condition.Expression is not CfnFunction { Name: "Fn::And" or "Fn::Or" or "Fn::Not" or "Fn::Equals" or "Condition" })
                diagnostics.Add(TemplateContentDiagnostics.NoCondition(condition));
        }

        foreach (var mapping in scope.Template.Mappings.Where(mapping => !HasTwoLevels(mapping)))
            diagnostics.Add(TemplateContentDiagnostics.InvalidMapping(mapping));
    }

    private static bool HasTwoLevels(Mapping mapping) => mapping.Entries.Members.All(entry =>
        entry.Value is CfnMap inner && inner.Members.All(member => IsLiteral(member.Value) || (member.Value is CfnList list && list.Items.All(IsLiteral))));

    private static bool IsLiteral(CfnValue value) => value is CfnString or CfnNumber or CfnBoolean;
}
