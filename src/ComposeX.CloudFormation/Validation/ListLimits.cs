using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Schema;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Validation;

/// <summary>Checks how many items a list has, and that none is there twice where AWS wants a set.</summary>
internal static class ListLimits
{
    public static void Check(CfnList list, ListType type, string path, DiagnosticBag diagnostics)
    {
        // An item may be a function that gives nothing.
        var least = list.Items.Count(item => item is not CfnFunction);
        if (list.Items.Count < type.MinimumItems || least > type.MaximumItems)
            diagnostics.Add(PropertyDiagnostics.WrongCount(path, list.Items.Count, type.MinimumItems, type.MaximumItems, list.Origin));
        if (type.UniqueItems)
            CheckUnique(list, path, diagnostics);
    }

    private static void CheckUnique(CfnList list, string path, DiagnosticBag diagnostics)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in list.Items.Where(item => item is CfnString or CfnNumber))
        {
            if (!seen.Add(ScalarValidator.Text(item)))
                diagnostics.Add(PropertyDiagnostics.DuplicateItem(path, ScalarValidator.Text(item), item.Origin));
        }
    }
}
