using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using Amazon.SecurityToken.Model;
using ComposeX.Deploy.Aws.Connections;
using ComposeX.Deploy.Aws.Wire;
using ComposeX.Deploy.Registries;

namespace ComposeX.Deploy.Images;

/// <summary>ECR's registries as they are needed, so that who uses none needs neither a region nor credentials of AWS.</summary>
internal sealed class EcrRegistries(ConnectionOptions options) : ICredentialSource, IDisposable
{
    private readonly Lazy<AwsConnection> _aws = new(() => AwsConnection.Open(options));
    private readonly Dictionary<string, AwsServices> _services = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Region, string? Account), EcrRegistry> _registries = [];
    private readonly Dictionary<string, EcrRegistry> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The registry of the credentials' own account and region.</summary>
    public EcrRegistry Own => Of(_aws.Value.Region, null);

    public EcrRegistry Of(EcrAddress address) => Of(address.Region, address.Account);

    /// <summary>Remembers which registry a host belongs to: an emulation's are named otherwise than AWS's.</summary>
    public void Remember(string host, EcrRegistry registry) => _hosts[host] = registry;

    /// <summary>The address that a repository will have once it is created.</summary>
    public async Task<string> PredictAsync(EcrRegistry registry, string repository, CancellationToken cancellation)
    {
        var account = registry.RegistryId ?? (await _aws.Value.Sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellation).ConfigureAwait(false)).Account;
        return $"{account}.dkr.ecr.{registry.Region}.{Fn.Partition(registry.Region).dnsSuffix}/{repository}";
    }

    public async Task<RegistryCredentials?> FindAsync(string registry, bool push, CancellationToken cancellation)
    {
        if (_hosts.TryGetValue(registry, out var ecr))
            return await ecr.AuthorizeAsync(cancellation).ConfigureAwait(false);
        return EcrAddress.Of(registry) is { } address ? await Of(address).AuthorizeAsync(cancellation).ConfigureAwait(false) : null;
    }

    public void Dispose()
    {
        foreach (var services in _services.Values)
            services.Dispose();
        if (_aws.IsValueCreated)
            _aws.Value.Dispose();
    }

    private EcrRegistry Of(string region, string? account)
    {
        if (!_registries.TryGetValue((region, account), out var registry))
        {
            if (!_services.TryGetValue(region, out var services))
                _services[region] = services = _aws.Value.Services(region, null);
            _registries[(region, account)] = registry = new(services[AwsService.Images], region, account);
        }

        return registry;
    }
}
