using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Validation;

/// <summary>Checks every function inside a value: its name, its argument's shape, where it stands, and the names it uses.</summary>
internal sealed class FunctionValidator(TemplateScope scope, DiagnosticBag diagnostics)
{
    private readonly ReferenceValidator _references = new(scope, diagnostics);

    public void Check(CfnValue value, ValuePlace place)
    {
        switch (value)
        {
            case CfnFunction function:
                CheckFunction(function, place);
                break;
            case CfnNull:
                diagnostics.Add(TemplateContentDiagnostics.Null(value.Origin));
                break;
            case CfnResourceReference or CfnParameterReference or CfnRootStackName or CfnSharedList:
                diagnostics.Add(TemplateContentDiagnostics.UnresolvedSymbol(value.Origin));
                break;
        }

        foreach (var child in ValueWalk.Children(value))
            Check(child, place);
    }

    private void CheckFunction(CfnFunction function, ValuePlace place)
    {
        if (FunctionRules.NeedsLanguageExtensions(function.Name))
            diagnostics.Add(FunctionDiagnostics.NeedsTransform(function));
        else if (!FunctionRules.IsKnown(function.Name))
            diagnostics.Add(FunctionDiagnostics.UnknownFunction(function, FunctionRules.Names));
        else if (!FunctionRules.IsAllowed(function.Name, place))
            diagnostics.Add(FunctionDiagnostics.NotAllowedHere(function, FunctionRules.Describe(place)));
        else if (FunctionShapes.Fault(function) is { } expected)
            diagnostics.Add(FunctionDiagnostics.WrongArgument(function, function.Origin, expected));
        else
            CheckNames(function, place);
    }

    private void CheckNames(CfnFunction function, ValuePlace place)
    {
        foreach (var reference in References.Of(function))
            _references.Check(reference, function.Name, place);
        foreach (var condition in References.ConditionsOf(function))
            _references.CheckCondition(condition);
        if (function is { Name: "Fn::Sub", Argument: CfnList { Items: [CfnString text, CfnMap own] } })
            CheckVariables(text, own);
        else if (function is { Name: "Fn::Sub", Argument: CfnString only })
            CheckVariables(only, null);
        else if (function.Name == "Fn::ImportValue")
            _references.CheckImport(function.Argument);
        else if (function is { Name: "Fn::FindInMap", Argument: CfnList { Items: [CfnString mapping, var first, var second, ..] } })
            _references.CheckMapping(mapping, first, second);
    }

    private void CheckVariables(CfnString text, CfnMap? own)
    {
        var variables = SubText.Located(text).ToList();
        foreach (var (invalid, place) in variables.Where(found => !SubText.IsValid(found.Variable)))
            diagnostics.Add(FunctionDiagnostics.InvalidVariable(invalid, place));
        foreach (var unused in own?.Members.Where(member => !variables.Any(found => found.Variable == member.Name)) ?? [])
            diagnostics.Add(FunctionDiagnostics.UnusedVariable(unused.Name, unused.NameOrigin));
    }
}
