using System;
using System.Collections.Generic;
using ComposeX.Deploy.Aws.Wire;

namespace ComposeX.Deploy.Aws.Connections;

/// <summary>The services of one region as one identity; a client is made when it is first asked for.</summary>
internal sealed class AwsServices(string region, Func<AwsService, AwsServiceClient> open) : IDisposable
{
    private readonly Dictionary<AwsService, AwsServiceClient> _clients = [];

    public string Region => region;

    public AwsServiceClient this[AwsService service] => _clients.TryGetValue(service, out var client) ? client : _clients[service] = open(service);

    public void Dispose()
    {
        foreach (var client in _clients.Values)
            client.Dispose();
    }
}
