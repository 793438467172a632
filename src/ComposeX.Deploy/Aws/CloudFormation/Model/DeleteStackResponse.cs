using Amazon.Runtime;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>A stack is being deleted, or was never there.</summary>
internal sealed class DeleteStackResponse : AmazonWebServiceResponse;
