using System;
using System.Net;

namespace ComposeX.Deploy.Registries;

/// <summary>Where a registry is on the network.</summary>
/// <param name="Name">As image names have it.</param>
/// <param name="Address">With scheme and port.</param>
internal sealed record RegistryHost(string Name, Uri Address)
{
    public Uri At(string path) => new(Address, "/v2/" + path);

    /// <summary>Whether credentials for the registry may go there.</summary>
    public bool Owns(Uri address) => Uri.Compare(address, Address, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>An address that the registry sends us on to. One behind a proxy may not know that we speak TLS to it.</summary>
    public Uri Follow(Uri from, Uri location)
    {
        var next = new Uri(from, location);
        return next.Scheme == Uri.UriSchemeHttp && Address.Scheme == Uri.UriSchemeHttps && next.Host == Address.Host
            ? new UriBuilder(next) { Scheme = Uri.UriSchemeHttps, Port = Address.Port }.Uri
            : next;
    }

    /// <summary>The name that Docker Hub's own servers have.</summary>
    public static string ServerOf(string name) => name == ImageReference.DockerHub ? "registry-1.docker.io" : name;

    public static bool IsLoopback(string server) =>
        Uri.TryCreate("http://" + server, UriKind.Absolute, out var url) && (url.IsLoopback || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));
}
