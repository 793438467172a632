using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace ComposeX.Deploy.Aws.CloudFormation;

/// <summary>CloudFormation's endpoint rules over the SDK's table of partitions: a configured endpoint, or the region's own.</summary>
internal sealed class AmazonCloudFormationEndpointProvider : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        if (parameters["Endpoint"] is string { Length: > 0 } endpoint)
            return new(endpoint);
        var region = parameters["Region"] as string ?? throw new AmazonClientException("No region is configured");
        var partition = Fn.Partition(region) ?? throw new AmazonClientException($"No partition is known for the region {region}");
        return new(Url(region, partition, parameters["UseFIPS"] is true, parameters["UseDualStack"] is true));
    }

    private static string Url(string region, Partition partition, bool fips, bool dualStack)
    {
        if ((fips && !partition.supportsFIPS) || (dualStack && !partition.supportsDualStack))
            throw new AmazonClientException($"The partition of {region} does not support what is asked for (FIPS {fips}, dual stack {dualStack})");
        var host = fips ? "cloudformation-fips" : "cloudformation";
        return $"https://{host}.{region}.{(dualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix)}";
    }
}
