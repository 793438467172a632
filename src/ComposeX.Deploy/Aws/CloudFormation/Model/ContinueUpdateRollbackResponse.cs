using Amazon.Runtime;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>A rollback goes on.</summary>
internal sealed class ContinueUpdateRollbackResponse : AmazonWebServiceResponse;
