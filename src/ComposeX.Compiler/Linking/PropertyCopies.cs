using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Synthesis;

namespace ComposeX.Compiler.Linking;

/// <summary>Puts in the place of each <see cref="PropertyCopy"/> what the other resource's property says.</summary>
internal static class PropertyCopies
{
    public static Synthesized Resolve(Synthesized synthesis)
    {
        var resources = synthesis.Resources.ToLookup(resource => resource.LogicalId, StringComparer.Ordinal);
        return synthesis with
        {
            Resources = [.. synthesis.Resources.Select(resource => resource with { Properties = (CfnMap)resource.Properties.Replace(value => Resolve(value, resources)) })],
        };
    }

    private static CfnValue Resolve(CfnValue value, ILookup<string, SynthesizedResource> resources) => value switch
    {
        PropertyCopy copy => Find(copy, resources) ?? value,
        CfnMap map when map.Members.Any(member => member.Value is PropertyCopy) => map with { Members = [.. map.Members.Where(member => member.Value is not PropertyCopy)] },
        _ => value,
    };

    private static CfnValue? Find(PropertyCopy copy, ILookup<string, SynthesizedResource> resources) =>
        copy.Property.Split('.').Aggregate((CfnValue?)resources[copy.LogicalId].FirstOrDefault()?.Properties, (value, part) => (value as CfnMap)?[part]);
}
