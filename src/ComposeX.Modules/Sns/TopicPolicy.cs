using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Sns;

/// <summary>
/// A topic's own policy: TLS only, and which services of AWS may publish. It takes the place of the one that SNS makes, so it begins
/// with what that says: whoever acts for the account may use the topic, alarms of other stacks among them.
/// </summary>
internal static class TopicPolicy
{
    // SNS refuses "sns:*" in a topic's policy.
    private const string Publish = "sns:Publish";

    private static readonly string[] OwnersActions =
    [
        "sns:AddPermission", "sns:DeleteTopic", "sns:GetTopicAttributes", "sns:ListSubscriptionsByTopic",
        "sns:Publish", "sns:RemovePermission", "sns:SetTopicAttributes", "sns:Subscribe",
    ];

    public static string IdOf(Declaration declaration) => declaration.LogicalId("Policy");

    /// <summary>The policy, or null when it would say nothing but what SNS says itself.</summary>
    public static SynthesizedResource? Of(Declaration declaration, Topic topic, Surroundings surroundings)
    {
        var cfn = new Cfn(declaration.Origin);
        var policy = new ResourcePolicy(cfn.Ref(declaration.LogicalId()));
        var services = topic.Senders.Principals[TopicReader.Kind].GroupBy(service => service.Value, StringComparer.Ordinal).Select(same => same.First());
        IReadOnlyList<CfnMap> statements =
        [
            .. topic.Senders.SecureOnly ? [policy.SecureConnectionOnly(Publish, declaration.Origin)] : Array.Empty<CfnMap>(),
            .. services.OrderBy(service => service.Value, StringComparer.Ordinal).Select(service => policy.ForService("Publish", service, [Publish])),
            .. policy.Deliveries(declaration, surroundings, Publish),
        ];
        return statements.Count == 0 ? null : new(IdOf(declaration), "AWS::SNS::TopicPolicy", cfn.Map(
            ("PolicyDocument", cfn.Map(
                ("Version", cfn.String("2012-10-17")),
                ("Statement", cfn.List([Owner(policy.Arn, declaration.Origin), .. statements])))),
            ("Topics", cfn.List(policy.Arn))), Home.PoliciesOf(declaration.Module.Key), declaration.Origin);
    }

    private static CfnMap Owner(CfnValue arn, Location origin)
    {
        var cfn = new Cfn(origin);
        return cfn.Map(
            ("Sid", cfn.String("Owner")),
            ("Effect", cfn.String("Allow")),
            ("Principal", cfn.Map(("AWS", cfn.String("*")))),
            ("Action", cfn.Strings(OwnersActions)),
            ("Resource", arn),
            ("Condition", cfn.Map(("StringEquals", cfn.Map(("aws:SourceOwner", cfn.Pseudo("AWS::AccountId")))))));
    }
}
