using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace ComposeX.Deploy.Aws.CloudFormation;

/// <summary>What the SDK's core must know about CloudFormation to sign for it and to find it.</summary>
internal sealed class AmazonCloudFormationConfig : ClientConfig
{
    internal const string ApiVersion = "2010-05-15";

    private static readonly string UserAgentString = InternalSDKUtils.BuildUserAgentString("CloudFormation", "4.0.0");

    public AmazonCloudFormationConfig()
        : base(new DefaultConfigurationProvider(AmazonCloudFormationDefaults.All))
    {
        ServiceId = "CloudFormation";
        AuthenticationServiceName = "cloudformation";
        EndpointProvider = new AmazonCloudFormationEndpointProvider();
    }

    public override string RegionEndpointServiceName => "cloudformation";

    public override string ServiceVersion => ApiVersion;

    public override string UserAgent => UserAgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(AmazonCloudFormationEndpointResolver.Parameters(this, parameters.AlternateEndpoint?.SystemName));
}
