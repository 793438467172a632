using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Schema;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;

namespace ComposeX.Compiler.Tags;

/// <summary>Puts tags on everything that takes tags, nested stacks too. A tag that a resource has already stays as it is.</summary>
internal static class Tagging
{
    // AWS's newest schemas say that these take tags; the copies that regions and linters have do not.
    private static readonly HashSet<string> NotYetEverywhere = new(StringComparer.Ordinal)
    {
        "AWS::ApplicationAutoScaling::ScalableTarget", "AWS::CloudWatch::Dashboard", "AWS::CodePipeline::Webhook", "AWS::Config::ConformancePack",
        "AWS::Config::OrganizationConformancePack", "AWS::Connect::IntegrationAssociation", "AWS::ElastiCache::GlobalReplicationGroup",
        "AWS::ElasticLoadBalancingV2::Listener", "AWS::ElasticLoadBalancingV2::ListenerRule", "AWS::Glue::Connection", "AWS::Grafana::Workspace",
        "AWS::Personalize::Dataset", "AWS::Personalize::DatasetGroup", "AWS::Personalize::Schema", "AWS::Personalize::Solution",
        "AWS::SSM::Association", "AWS::SageMaker::NotebookInstanceLifecycleConfig",
    };

    public static IReadOnlyList<Template> Tag(IReadOnlyList<Template> templates, IReadOnlyList<Tag> tags) => tags.Count == 0
        ? templates
        : [.. templates.Select(template => template with { Resources = [.. template.Resources.Select(resource => With(resource, tags))] })];

    private static Resource With(Resource resource, IReadOnlyList<Tag> tags)
    {
        if (string.Equals(resource.Type, LaunchTemplateTags.Type, StringComparison.Ordinal))
        {
            return resource with { Properties = LaunchTemplateTags.With(resource.Properties, tags) };
        }

        if (NotYetEverywhere.Contains(resource.Type) || SchemaCatalogue.Default.Find(resource.Type) is not { TagProperty: { } property } schema || !schema.Properties.ContainsKey(property))
        {
            return resource;
        }

        CfnValue? tagged = schema.TagStyle == TagStyle.Map ? Map(resource.Properties[property], tags) : List(resource.Properties[property], schema.TagStyle, tags);
        return tagged is null ? resource : resource with { Properties = resource.Properties.With(property, tagged) };
    }

    // What the user wrote as a function is nothing that could be added to.
    private static CfnMap? Map(CfnValue? old, IReadOnlyList<Tag> tags) => old switch
    {
        null => new Cfn(tags[0].Origin).Map(tags.Select(tag => (tag.Key, (CfnValue?)Value(tag)))),
        CfnMap map => tags.Where(tag => map[tag.Key] is null).Aggregate(map, (tagged, tag) => tagged.With(tag.Key, Value(tag))),
        _ => null,
    };

    private static CfnList? List(CfnValue? old, TagStyle style, IReadOnlyList<Tag> tags) => old switch
    {
        null => new CfnList([.. tags.Select(tag => Item(tag, style))], tags[0].Origin),
        CfnList list => list with { Items = [.. list.Items, .. tags.Where(tag => !Has(list, tag)).Select(tag => Item(tag, style))] },
        _ => null,
    };

    private static bool Has(CfnList list, Tag tag) => list.Items.OfType<CfnMap>().Any(item => item["Key"] is CfnString key && key.Value == tag.Key);

    private static CfnMap Item(Tag tag, TagStyle style)
    {
        var cfn = new Cfn(tag.Origin);
        return cfn.Map(
            ("Key", cfn.String(tag.Key)),
            ("Value", Value(tag)),
            ("PropagateAtLaunch", style == TagStyle.AutoScaling ? cfn.Boolean(true) : null));
    }

    private static CfnString Value(Tag tag) => new(tag.Value, tag.Origin);
}
