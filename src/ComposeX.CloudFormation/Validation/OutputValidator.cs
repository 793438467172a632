using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Validation;

/// <summary>Checks a template's outputs and the names they are exported under.</summary>
internal static class OutputValidator
{
    public static void Check(TemplateScope scope, ExportNames exports, DiagnosticBag diagnostics)
    {
        var functions = new FunctionValidator(scope, diagnostics);
        foreach (var output in scope.Template.Outputs)
        {
            functions.Check(output.Value, ValuePlace.Output);
            if (!IsText(output.Value, scope))
                diagnostics.Add(TemplateContentDiagnostics.OutputIsNoText(output));
            if (output.Condition is { } condition && !scope.Conditions.ContainsKey(condition))
                diagnostics.Add(FunctionDiagnostics.UnknownCondition(condition, output.Origin, scope.Conditions.Keys));
            if (output.ExportName is { } name)
            {
                functions.Check(name, ValuePlace.ExportName);
                exports.Add(scope.Template, output, name);
            }
        }
    }

    private static bool IsText(CfnValue value, TemplateScope scope) => value switch
    {
        CfnFunction { Name: "Fn::If", Argument: CfnList branches } => branches.Items.Skip(1).All(branch => IsText(branch, scope)),
        CfnFunction function => FunctionResults.Of(function, scope) is ResultKind.Text or ResultKind.Unknown or ResultKind.Nothing,
        CfnList or CfnMap => false,
        _ => true,
    };
}
