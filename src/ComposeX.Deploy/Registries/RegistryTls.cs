using System;
using System.Collections.Generic;
using System.Linq;

namespace ComposeX.Deploy.Registries;

/// <summary>Which hosts may be spoken to without TLS: loopback, and those that the person has named.</summary>
internal sealed class RegistryTls(string? insecure)
{
    private readonly HashSet<string> _insecure = new((insecure ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), StringComparer.OrdinalIgnoreCase);

    /// <param name="server">Host and port.</param>
    public bool MayDoWithout(string server) => RegistryHost.IsLoopback(server) || _insecure.Contains(server);

    /// <summary>Whether a host may have a certificate of its own making: who may do without TLS may have that, too.</summary>
    public bool MayVouchForItself(string host) => MayDoWithout(host) || _insecure.Any(server => server.StartsWith(host + ":", StringComparison.OrdinalIgnoreCase));

    public void Check(RegistryHost host, Uri address)
    {
        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && MayDoWithout(address.Authority)))
            throw new RegistryException(RegistryDiagnostics.WithoutTls(host.Name, address.GetLeftPart(UriPartial.Authority)));
    }
}
