using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace ComposeX.Deploy.Registries.Credentials;

/// <summary>What <c>docker login</c> has left: in a helper for one registry, in one for all, or in the file itself.</summary>
internal sealed class DockerConfiguration(Func<string, string?> variable) : ICredentialSource
{
    /// <summary>The name that stands for a token in place of a user.</summary>
    public const string TokenUser = "<token>";

    private const string HubKey = "https://index.docker.io/v1/";

    public async Task<RegistryCredentials?> FindAsync(string registry, bool push, CancellationToken cancellation)
    {
        if (FindFile() is not { } file || !File.Exists(file))
            return null;
        try
        {
            using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(file, cancellation).ConfigureAwait(false));
            var root = document.RootElement;
            if (HelperFor(root, registry) is { } name
                && await new CredentialHelper(name, variable).GetAsync(registry, KeyOf(registry), cancellation).ConfigureAwait(false) is { } found)
                return found;
            return Written(root, registry, file);
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException or FormatException or InvalidOperationException)
        {
            throw new RegistryException(RegistryDiagnostics.BadConfiguration(file, RegistryFailures.Sentence(exception.Message)));
        }
    }

    private static string KeyOf(string registry) => registry == ImageReference.DockerHub ? HubKey : registry;

    private static string? HelperFor(JsonElement root, string registry) =>
        Members(root, "credHelpers").Where(helper => HostOf(helper.Name) == registry).Select(helper => helper.Value.GetString()).FirstOrDefault() ?? Text(root, "credsStore");

    private static RegistryCredentials? Written(JsonElement root, string registry, string file) => Members(root, "auths")
        .Where(entry => HostOf(entry.Name) == registry)
        .Select(entry => Written(entry.Value, $"\"{file}\""))
        .FirstOrDefault(credentials => credentials is not null);

    private static RegistryCredentials? Written(JsonElement entry, string source)
    {
        if (Text(entry, "identitytoken") is { } token)
            return new(source, "", token) { IsIdentityToken = true };
        if (Text(entry, "username") is { } user && Text(entry, "password") is { } password)
            return new(source, user, password);
        return Text(entry, "auth") is { } auth && Encoding.UTF8.GetString(Convert.FromBase64String(auth)).Split(':', 2) is [var name, var secret]
            ? new(source, name, secret.TrimEnd('\0'))
            : null;
    }

    // Keys are "ghcr.io", "https://ghcr.io", or an address as old as Docker Hub's.
    private static string HostOf(string key)
    {
        var host = (key.Split("://") is [_, var rest] ? rest : key).Split('/')[0];
        return host is "index.docker.io" or "registry-1.docker.io" ? ImageReference.DockerHub : host;
    }

    private static IEnumerable<JsonProperty> Members(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : [];

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private string? FindFile() => variable("REGISTRY_AUTH_FILE") is { Length: > 0 } file ? file
        : variable("DOCKER_CONFIG") is { Length: > 0 } folder ? Path.Combine(folder, "config.json")
        : (variable("HOME") ?? variable("USERPROFILE")) is { Length: > 0 } home ? Path.Combine(home, ".docker", "config.json")
        : null;
}
