using System;
using System.Collections.Generic;
using System.Linq;

namespace ComposeX.CloudFormation.Validation;

/// <summary>Where a value stands, as far as it decides which functions are allowed.</summary>
internal enum ValuePlace
{
    Property,
    Output,
    ExportName,
    Condition,
}

/// <summary>Which intrinsic functions there are, and where each may stand.</summary>
internal static class FunctionRules
{
    private static readonly IReadOnlyList<string> s_conditionOnly = ["Condition", "Fn::And", "Fn::Equals", "Fn::Not", "Fn::Or"];

    private static readonly IReadOnlyList<string> s_valueOnly =
        ["Fn::Base64", "Fn::Cidr", "Fn::GetAZs", "Fn::GetAtt", "Fn::GetStackOutput", "Fn::If", "Fn::ImportValue", "Fn::Transform"];

    private static readonly IReadOnlyList<string> s_everywhere = ["Fn::FindInMap", "Fn::Join", "Fn::Select", "Fn::Split", "Fn::Sub", "Ref"];

    private static readonly IReadOnlyList<string> s_languageExtensions = ["Fn::ForEach", "Fn::Length", "Fn::ToJsonString"];

    public static IEnumerable<string> Names => s_conditionOnly.Concat(s_valueOnly).Concat(s_everywhere);

    /// <summary>Whether a function works only in templates that ask for <c>AWS::LanguageExtensions</c>; ours do not.</summary>
    public static bool NeedsLanguageExtensions(string name) => s_languageExtensions.Any(extension => name == extension || name.StartsWith(extension + "::", StringComparison.Ordinal));

    public static bool IsKnown(string name) => Names.Contains(name);

    public static bool IsAllowed(string name, ValuePlace place) => place switch
    {
        ValuePlace.Condition => !s_valueOnly.Contains(name),
        ValuePlace.ExportName => !s_conditionOnly.Contains(name) && name is not ("Fn::GetAtt" or "Fn::ImportValue"),
        _ => !s_conditionOnly.Contains(name),
    };

    public static string Describe(ValuePlace place) => place switch
    {
        ValuePlace.Condition => "a condition",
        ValuePlace.ExportName => "the name of an export",
        ValuePlace.Output => "an output",
        _ => "a property",
    };
}
