using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Validation;

/// <summary>The names under which all templates export, which must differ in one region of an account.</summary>
internal sealed class ExportNames(DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, Output> _names = new(StringComparer.Ordinal);

    public void Add(Template template, Output output, CfnValue name)
    {
        // A text with variables names something else in each stack: only what is literal can be compared.
        var text = name switch
        {
            CfnString literal => literal.Value,
            CfnFunction { Name: "Fn::Sub", Argument: CfnString sub } => sub.Value,
            _ => null,
        };
        if (text is null)
            return;
        if (!IsValid(text, name))
            diagnostics.Add(TemplateContentDiagnostics.InvalidExportName(text, name.Origin));
        var key = name is CfnString ? text : template.Name + "\n" + text;
        if (_names.TryGetValue(key, out var first))
            diagnostics.Add(TemplateContentDiagnostics.DuplicateExportName(text, first, name.Origin));
        else
            _names.Add(key, output);
    }

    private static bool IsValid(string text, CfnValue name)
    {
        var literals = name is CfnString ? [text] : SubText.Literals(text).ToList();
        return text.Length > 0 && literals.Sum(literal => literal.Length) <= Limits.NameLength && literals.All(literal => literal.All(IsAllowed));
    }

    private static bool IsAllowed(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or ':' or '-';
}
