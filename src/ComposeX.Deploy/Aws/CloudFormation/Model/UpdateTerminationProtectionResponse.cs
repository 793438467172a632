using Amazon.Runtime;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>Protection against deletion is as was asked.</summary>
internal sealed class UpdateTerminationProtectionResponse : AmazonWebServiceResponse;
