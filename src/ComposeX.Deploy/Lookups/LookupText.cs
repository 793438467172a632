using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Lookups;

namespace ComposeX.Deploy.Lookups;

/// <summary>Says for a person by what something was to be found.</summary>
internal static class LookupText
{
    public static string Of(LookupKey key)
    {
        IEnumerable<string> parts =
        [
            .. key.Arn is { } arn ? [$"the ARN \"{arn}\""] : System.Array.Empty<string>(),
            .. key.Identifiers.Select(identifier => $"the identifier \"{identifier}\""),
            .. key.Tags.Select(tag => $"the tag \"{tag.Key}\" {string.Join(" or ", tag.Values.Select(value => $"\"{value}\""))}"),
            .. key.Name is { } name ? [$"the name \"{name}\""] : System.Array.Empty<string>(),
            .. key.IsPrivate switch { true => ["private"], false => ["public"], null => System.Array.Empty<string>() },
        ];
        return string.Join(", ", parts);
    }
}
