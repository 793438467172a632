using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace ComposeX.Deploy.Aws.CloudFormation;

/// <summary>Tells the SDK's pipeline that CloudFormation is signed with Signature Version 4.</summary>
internal sealed class AmazonCloudFormationAuthSchemeHandler : BaseAuthResolverHandler
{
    protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) => AuthSchemeOption.DEFAULT_SIGV4;
}
