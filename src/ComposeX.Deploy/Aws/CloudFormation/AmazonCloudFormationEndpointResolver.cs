using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace ComposeX.Deploy.Aws.CloudFormation;

/// <summary>Hands what is configured (region, endpoint, FIPS, dual stack) to the endpoint provider.</summary>
internal sealed class AmazonCloudFormationEndpointResolver : BaseEndpointResolver
{
    internal static EndpointParameters Parameters(IClientConfig config, string? alternateRegion) => new()
    {
        ["Region"] = alternateRegion ?? config.RegionEndpoint?.SystemName ?? config.AuthenticationRegion,
        ["UseDualStack"] = config.UseDualstackEndpoint,
        ["UseFIPS"] = config.UseFIPSEndpoint,
        ["Endpoint"] = config.ServiceURL,
    };

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        Parameters(requestContext.ClientConfig, requestContext.Request.AlternateEndpoint?.SystemName);
}
