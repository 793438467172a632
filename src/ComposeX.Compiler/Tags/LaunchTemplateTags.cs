using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;

namespace ComposeX.Compiler.Tags;

/// <summary>Tags of a launch template: its own, and those of what is launched from it, each for a kind of resource.</summary>
internal static class LaunchTemplateTags
{
    public const string Type = "AWS::EC2::LaunchTemplate";

    private const string Specifications = "TagSpecifications";
    private const string Data = "LaunchTemplateData";

    public static CfnMap With(CfnMap properties, IReadOnlyList<Tag> tags)
    {
        var own = properties[Specifications] switch
        {
            null => new Cfn(tags[0].Origin).List(Specification("launch-template", tags)),
            CfnList list => Tagged(list, tags),
            var other => other,
        };
        var tagged = properties.With(Specifications, own);
        return properties[Data] is CfnMap data && data[Specifications] is CfnList launched ? tagged.With(Data, data.With(Specifications, Tagged(launched, tags))) : tagged;
    }

    private static CfnList Tagged(CfnList specifications, IReadOnlyList<Tag> tags) => specifications with
    {
        Items = [.. specifications.Items.Select(item => item is CfnMap map && map["Tags"] is CfnList old ? map.With("Tags", old with { Items = [.. old.Items, .. Missing(old, tags)] }) : item)],
    };

    private static CfnMap Specification(string kind, IReadOnlyList<Tag> tags)
    {
        var cfn = new Cfn(tags[0].Origin);
        return cfn.Map(("ResourceType", cfn.String(kind)), ("Tags", cfn.List(Missing(cfn.List(), tags))));
    }

    // A tag that is there already stays as it is.
    private static IEnumerable<CfnMap> Missing(CfnList old, IReadOnlyList<Tag> tags) => tags
        .Where(tag => !old.Items.OfType<CfnMap>().Any(item => item["Key"] is CfnString key && string.Equals(key.Value, tag.Key, StringComparison.Ordinal)))
        .Select(tag => new Cfn(tag.Origin).Map(("Key", new CfnString(tag.Key, tag.Origin)), ("Value", new CfnString(tag.Value, tag.Origin))));
}
