using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Elbv2;

/// <summary>Who writes a load balancer's access logs into a bucket, and where.</summary>
internal static class LogDelivery
{
    public static string Principal(bool isNetwork) => isNetwork ? PrivateBucket.LogDelivery : "logdelivery.elasticloadbalancing.amazonaws.com";

    /// <summary>The keys of the objects, with pseudo parameters.</summary>
    public static string Path(AccessLogs logs) => (logs.Prefix is { } prefix ? prefix.Value + "/" : "") + "AWSLogs/${AWS::AccountId}/*";

    public static CfnValue SourceArn(bool isNetwork, Cfn cfn) => isNetwork
        ? cfn.Sub("arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:*")
        : cfn.Sub("arn:${AWS::Partition}:elasticloadbalancing:${AWS::Region}:${AWS::AccountId}:loadbalancer/*");

    /// <summary>What a bucket of the same file has to let in.</summary>
    public static IEnumerable<Offer> Offers(Balancer balancer) => balancer.AccessLogs is { Bucket: DeclarationReference bucket } logs
        ? [new DeliveryOffer(bucket, Principal(balancer.IsNetwork), SourceArn(balancer.IsNetwork, new Cfn(logs.Origin)), bucket.Origin) { Path = Path(logs) }]
        : [];

    /// <summary>What must be there before the load balancer, as AWS tries to write when it is told to.</summary>
    public static IEnumerable<string> WaitFor(Balancer balancer, Surroundings surroundings) => balancer.AccessLogs is { Bucket: DeclarationReference bucket }
        && surroundings.FindDeclaration(bucket.Key, bucket.Name) is { } declared
            ? declared.Module.Offers(declared).OfType<ReceiverOffer>().SelectMany(receiver => receiver.WaitFor)
            : [];
}
