using System.Collections.Generic;
using Amazon.Runtime.Internal;

namespace ComposeX.Deploy.Aws.CloudFormation;

/// <summary>The name under which the SDK's settings know the service.</summary>
internal sealed class AmazonCloudFormationMetadata : IServiceMetadata
{
    public string ServiceId => "CloudFormation";

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
