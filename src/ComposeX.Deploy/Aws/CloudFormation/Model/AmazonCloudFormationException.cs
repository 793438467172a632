using Amazon.Runtime;
using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>CloudFormation refused a request; <see cref="AmazonServiceException.ErrorCode"/> says why.</summary>
internal sealed class AmazonCloudFormationException(QueryFault fault, string operation)
    : AmazonServiceException(fault.Message, fault.Inner, fault.ErrorType, fault.Code, fault.RequestId, fault.Status)
{
    /// <summary>The operation as IAM names it.</summary>
    public string Operation => "cloudformation:" + operation;
}
