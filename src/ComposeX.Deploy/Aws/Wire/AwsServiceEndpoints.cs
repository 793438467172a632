using System;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace ComposeX.Deploy.Aws.Wire;

/// <summary>Where a service is: at a configured endpoint, or at the region's own by the SDK's table of partitions.</summary>
internal sealed class AwsServiceEndpoints(AwsService service) : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        if (parameters["Endpoint"] is string { Length: > 0 } endpoint)
            return new(endpoint);
        var region = parameters["Region"] as string ?? throw new AmazonClientException("No region is configured");
        var partition = Fn.Partition(region) ?? throw new AmazonClientException($"No partition is known for the region {region}");
        if (service.IsGlobal)
            return new($"https://{GlobalHost(partition.name)}");
        var isFips = parameters["UseFIPS"] is true && partition.supportsFIPS;
        var isDualStack = parameters["UseDualStack"] is true && partition.supportsDualStack;
        var host = isFips || isDualStack ? service.SigningName : service.Host;
        return new($"https://{host}{(isFips ? "-fips" : "")}.{region}.{(isDualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix)}");
    }

    /// <summary>The region that a partition's global services are signed for, and whose tagging API knows them.</summary>
    public static string GlobalRegion(string region) => region switch
    {
        _ when region.StartsWith("cn-", StringComparison.Ordinal) => "cn-northwest-1",
        _ when region.StartsWith("us-gov-", StringComparison.Ordinal) => "us-gov-west-1",
        _ => "us-east-1",
    };

    private string GlobalHost(string partition) => partition switch
    {
        "aws-cn" => service.Host + ".amazonaws.com.cn",
        "aws-us-gov" => service.Host + ".us-gov.amazonaws.com",
        _ => service.Host + ".amazonaws.com",
    };
}
