using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using ComposeX.CloudFormation.Lookups;
using ComposeX.Deploy.Aws.Connections;

namespace ComposeX.Deploy.Lookups.Resolution;

/// <summary>As whom, and where: the services for each role and region that look-ups name, each role assumed once.</summary>
internal sealed class Accounts(AwsConnection aws) : IDisposable
{
    private const string SessionName = "ComposeX-Lookup";
    private const int Seconds = 3600;

    private readonly Dictionary<string, AWSCredentials> _roles = new(StringComparer.Ordinal);
    private readonly Dictionary<(string? Role, string Region), AwsServices> _services = [];

    public string Region => aws.Region;

    public async Task<AwsServices> ServicesAsync(PlannedQuery query, string region, CancellationToken cancellation)
    {
        var key = (query.Key.RoleArn, region);
        if (!_services.TryGetValue(key, out var services))
        {
            var credentials = query.Key.RoleArn is { } role ? await AssumeAsync(query, role, cancellation).ConfigureAwait(false) : null;
            _services[key] = services = aws.Services(region, credentials);
        }

        return services;
    }

    public void Dispose()
    {
        foreach (var services in _services.Values)
            services.Dispose();
    }

    private async Task<AWSCredentials> AssumeAsync(PlannedQuery query, string role, CancellationToken cancellation)
    {
        if (_roles.TryGetValue(role, out var known))
            return known;
        try
        {
            var assumed = await aws.Sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = role, RoleSessionName = SessionName, DurationSeconds = Seconds }, cancellation).ConfigureAwait(false);
            return _roles[role] = assumed.Credentials;
        }
        catch (AmazonServiceException refused) when (AwsFailures.IsForbidden(refused) || refused.ErrorCode is "ValidationError")
        {
            throw new LookupFault(LookupDiagnostics.NoRole(query, role, refused.Message.TrimEnd('.', ' ') + "."));
        }
    }
}
