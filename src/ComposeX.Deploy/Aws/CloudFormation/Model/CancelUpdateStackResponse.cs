using Amazon.Runtime;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>An update is being rolled back.</summary>
internal sealed class CancelUpdateStackResponse : AmazonWebServiceResponse;
