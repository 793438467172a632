using System;
using System.Linq;
using ComposeX.CloudFormation.Reading;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.Modules.Events;

/// <summary>Which events a rule is about: a mapping, or its JSON as a text.</summary>
internal static class EventPattern
{
    /// <summary>The pattern as an object; null when there is none, or it is a function, or no pattern, which is reported.</summary>
    public static CfnValue? Read(CfnValue? written, DiagnosticBag diagnostics)
    {
        var pattern = written is CfnString text ? Parse(text, diagnostics) : written as CfnMap;
        if (pattern is not null)
        {
            Check(pattern, diagnostics);
        }

        return pattern;
    }

    // JSON is YAML too. What is in it has no place of its own: the text is what the user can change.
    private static CfnMap? Parse(CfnString text, DiagnosticBag diagnostics)
    {
        var faults = new DiagnosticBag();
        var documents = YamlReader.Read(new SourceFile(text.Origin.File, text.Value), faults);
        if (!faults.HasErrors && text.Value.TrimStart().StartsWith("{", StringComparison.Ordinal) && documents is [YamlMapping mapping])
        {
            return (CfnMap)Move(CfnValueReader.Read(mapping), text.Origin);
        }

        diagnostics.Add(EventsDiagnostics.NoPattern(text.Value, text.Origin));
        return null;
    }

    private static CfnValue Move(CfnValue value, Location origin) => value switch
    {
        CfnMap map => new CfnMap([.. map.Members.Select(member => new CfnMember(member.Name, Move(member.Value, origin), origin))], origin),
        CfnList list => new CfnList([.. list.Items.Select(item => Move(item, origin))], origin),
        _ => value with { Origin = origin },
    };

    // Below a name stands a list of values, or names again; what is inside a list is EventBridge's own language.
    private static void Check(CfnMap pattern, DiagnosticBag diagnostics)
    {
        foreach (var member in pattern.Members)
        {
            switch (member.Value)
            {
                case CfnMap inner:
                    Check(inner, diagnostics);
                    break;
                case CfnString or CfnNumber or CfnBoolean or CfnNull:
                    diagnostics.Add(EventsDiagnostics.NotAList(member.Name, member.Value.Origin));
                    break;
            }
        }
    }
}
