using System;
using System.Linq;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.S3;
using Amazon.SecurityToken;
using ComposeX.Deploy.Aws.CloudFormation;
using ComposeX.Deploy.Aws.Wire;
using ComposeX.Deploy.Reporting;

namespace ComposeX.Deploy.Aws.Connections;

/// <summary>The clients for one account and region, all with the same credentials, endpoint rules and retries.</summary>
internal sealed class AwsConnection : IDisposable
{
    /// <summary>The SDK gives up after two retries; a deployment outlasts a throttled minute.</summary>
    private const int Retries = 6;

    private readonly ConnectionOptions _options;

    private AwsConnection(ConnectionOptions options, string region, AmazonCloudFormationConfig cloudFormation, AmazonS3Config s3, AmazonSecurityTokenServiceConfig sts)
    {
        _options = options;
        Region = region;
        S3IsPlainHttp = IsPlainHttp(s3);
        IsEmulation = IsPlainHttp(cloudFormation);
        CloudFormation = new AmazonCloudFormationClient(cloudFormation);
        S3 = new AmazonS3Client(s3);
        Sts = new AmazonSecurityTokenServiceClient(sts);
    }

    public string Region { get; }

    /// <summary>Whether S3 is an emulation on loopback that does not speak TLS.</summary>
    public bool S3IsPlainHttp { get; }

    /// <summary>Whether CloudFormation is an emulation on loopback, which may know less than AWS.</summary>
    public bool IsEmulation { get; }

    public IAmazonCloudFormation CloudFormation { get; }

    public IAmazonS3 S3 { get; }

    public IAmazonSecurityTokenService Sts { get; }

    public static AwsConnection Open(ConnectionOptions options)
    {
        Validate(options);
        var region = FindRegion(options);
        var s3 = Configure(new AmazonS3Config(), options, region);
        s3.ForcePathStyle = !string.IsNullOrEmpty(s3.ServiceURL);
        return new(
            options,
            region.SystemName,
            Configure(new AmazonCloudFormationConfig(), options, region),
            s3,
            Configure(new AmazonSecurityTokenServiceConfig(), options, region));
    }

    /// <summary>Any service, in any region, as ourselves or with a role's credentials.</summary>
    public AwsServices Services(string region, AWSCredentials? credentials) => new(region, service =>
    {
        var config = Configure(new AwsServiceConfig(service), _options, RegionEndpoint.GetBySystemName(region));
        if (service.IsGlobal)
            config.AuthenticationRegion = AwsServiceEndpoints.GlobalRegion(region);
        if (credentials is not null)
            config.DefaultAWSCredentials = credentials;
        return new AwsServiceClient(service, config);
    });

    public void Dispose()
    {
        CloudFormation.Dispose();
        S3.Dispose();
        Sts.Dispose();
    }

    private static void Validate(ConnectionOptions options)
    {
        var profiles = new CredentialProfileStoreChain();
        if (options.Profile is { } profile && !profiles.TryGetProfile(profile, out _))
        {
            var known = profiles.ListProfiles().Select(candidate => candidate.Name);
            throw new DeployException(ExitCode.Invalid, AwsDiagnostics.UnknownProfile(profile, known));
        }
    }

    private static RegionEndpoint FindRegion(ConnectionOptions options)
    {
        if (options.Region is { } region)
            return RegionEndpoint.GetBySystemName(region);
        var chain = new AmazonSecurityTokenServiceConfig { IgnoreConfiguredEndpointUrls = true };
        Use(chain, options.Profile);
        return chain.RegionEndpoint ?? throw new DeployException(ExitCode.Invalid, AwsDiagnostics.NoRegion());
    }

    private static TConfig Configure<TConfig>(TConfig config, ConnectionOptions options, RegionEndpoint region)
        where TConfig : ClientConfig
    {
        Use(config, options.Profile);
        config.RegionEndpoint = region;
        if ((options.EndpointUrl ?? config.ServiceURL) is { Length: > 0 } endpoint)
        {
            if (!IsSafe(endpoint))
                throw new DeployException(ExitCode.Invalid, AwsDiagnostics.EndpointWithoutTls(endpoint));
            config.ServiceURL = endpoint;
        }

        // An endpoint of one's own says nothing of the region to sign for, and setting it makes the SDK forget.
        config.AuthenticationRegion = region.SystemName;
        config.Timeout = options.CallTimeout;
        config.MaxErrorRetry = Math.Max(config.MaxErrorRetry, Retries);
        return config;
    }

    private static void Use(ClientConfig config, string? profile)
    {
        if (profile is not null)
            config.Profile = new Profile(profile);
    }

    private static bool IsPlainHttp(ClientConfig config) => config.ServiceURL is { } url && url.StartsWith("http:", StringComparison.OrdinalIgnoreCase);

    private static bool IsSafe(string endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
}
