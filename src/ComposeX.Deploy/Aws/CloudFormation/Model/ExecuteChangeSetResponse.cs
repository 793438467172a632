using Amazon.Runtime;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>A change set is being carried out.</summary>
internal sealed class ExecuteChangeSetResponse : AmazonWebServiceResponse;
