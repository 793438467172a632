using System;
using System.Threading;
using System.Threading.Tasks;

namespace ComposeX.Deploy.Registries.Credentials;

/// <summary>
/// The variables that the .NET SDK's own container support reads. They name no registry, so all but those for pulling
/// are for registries that we push to: whoever keeps a base image has no business with them.
/// </summary>
/// <param name="isTarget">Whether a registry is one that images are pushed to.</param>
internal sealed class EnvironmentCredentials(Func<string, string?> variable, Func<string, bool> isTarget) : ICredentialSource
{
    public Task<RegistryCredentials?> FindAsync(string registry, bool push, CancellationToken cancellation)
    {
        var found = push ? Of("DOTNET_CONTAINER_PUSH_REGISTRY_") : Of("DOTNET_CONTAINER_PULL_REGISTRY_");
        if (found is null && isTarget(registry))
            found = Of("DOTNET_CONTAINER_REGISTRY_") ?? Of("SDK_CONTAINER_REGISTRY_");
        return Task.FromResult(found);
    }

    private RegistryCredentials? Of(string prefix) => variable(prefix + "UNAME") is { Length: > 0 } user && variable(prefix + "PWORD") is { Length: > 0 } password
        ? new($"the variables \"{prefix}UNAME\" and \"{prefix}PWORD\"", user == DockerConfiguration.TokenUser ? "" : user, password) { IsIdentityToken = user == DockerConfiguration.TokenUser }
        : null;
}
