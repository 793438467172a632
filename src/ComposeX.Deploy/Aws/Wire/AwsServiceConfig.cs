using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;
using ComposeX.Deploy.Aws.CloudFormation;

namespace ComposeX.Deploy.Aws.Wire;

/// <summary>The settings of a client for any service.</summary>
internal sealed class AwsServiceConfig : ClientConfig
{
    private readonly AwsService _service;

    public AwsServiceConfig(AwsService service)
        : base(new DefaultConfigurationProvider(AmazonCloudFormationDefaults.All))
    {
        _service = service;
        ServiceId = service.Id;
        AuthenticationServiceName = service.SigningName;
        EndpointProvider = new AwsServiceEndpoints(service);
    }

    public override string RegionEndpointServiceName => _service.SigningName;

    public override string ServiceVersion => _service.Version;

    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString("ComposeX.Build", "4.0.0");

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(AmazonCloudFormationEndpointResolver.Parameters(this, parameters.AlternateEndpoint?.SystemName));
}
