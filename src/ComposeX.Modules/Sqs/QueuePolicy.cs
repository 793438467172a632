using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Sqs;

/// <summary>
/// A queue's own policy: TLS only, and which services of AWS may send or receive. Whoever acts for the account itself is governed by
/// IAM, so there is no statement for the owner.
/// </summary>
internal static class QueuePolicy
{
    public static string IdOf(Declaration declaration) => declaration.LogicalId("Policy");

    /// <summary>The policy, or null when it would say nothing.</summary>
    public static SynthesizedResource? Of(Declaration declaration, Queue queue, Surroundings surroundings)
    {
        var cfn = new Cfn(declaration.Origin);
        var policy = new ResourcePolicy(cfn.GetAtt(declaration.LogicalId(), "Arn"));
        IReadOnlyList<CfnMap> statements =
        [
            .. queue.Senders.SecureOnly ? [policy.SecureConnectionOnly("sqs:*", declaration.Origin)] : Array.Empty<CfnMap>(),
            .. ServicesThat(queue, "Publish").Select(service => policy.ForService("Publish", service, SqsAccess.Send)),
            .. ServicesThat(queue, "Consume").Select(service => policy.ForService("Consume", service, SqsAccess.Consume)),
            .. policy.Deliveries(declaration, surroundings, "sqs:SendMessage"),
        ];
        return statements.Count == 0 ? null : new(IdOf(declaration), "AWS::SQS::QueuePolicy", cfn.Map(
            ("PolicyDocument", cfn.Map(
                ("Version", cfn.String("2012-10-17")),
                ("Statement", cfn.List(statements)))),
            ("Queues", cfn.List(cfn.Ref(declaration.LogicalId())))), Home.PoliciesOf(declaration.Module.Key), declaration.Origin);
    }

    private static IEnumerable<Located<string>> ServicesThat(Queue queue, string kind) => queue.Senders.Principals[kind]
        .Concat(queue.Senders.Principals["PublishConsume"])
        .GroupBy(service => service.Value, StringComparer.Ordinal)
        .Select(services => services.First())
        .OrderBy(service => service.Value, StringComparer.Ordinal);
}
