using Amazon.Runtime;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>A change set is gone, or was never there.</summary>
internal sealed class DeleteChangeSetResponse : AmazonWebServiceResponse;
