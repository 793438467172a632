using System;

namespace ComposeX.CloudFormation.Reading;

/// <summary>Tells an intrinsic function from an object by its key or its YAML tag.</summary>
internal static class FunctionNames
{
    /// <summary>The long name behind a short-form tag, or null when the tag is YAML's own.</summary>
    public static string? OfTag(string? tag) => tag switch
    {
        null or "" or "!" or "?" => null,
        "!Ref" => "Ref",
        "!Condition" => "Condition",
        _ when tag.StartsWith("!!", StringComparison.Ordinal) || tag.StartsWith("tag:yaml.org,", StringComparison.Ordinal) => null,
        _ => "Fn::" + tag.TrimStart('!'),
    };

    /// <summary>Whether an object with this single key is a function call.</summary>
    public static bool IsFunction(string key, bool inCondition) =>
        key == "Ref" || key.StartsWith("Fn::", StringComparison.Ordinal) || (inCondition && key == "Condition");
}
