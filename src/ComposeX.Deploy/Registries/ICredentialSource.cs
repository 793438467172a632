using System.Threading;
using System.Threading.Tasks;

namespace ComposeX.Deploy.Registries;

/// <summary>Something that may know credentials for a registry.</summary>
internal interface ICredentialSource
{
    /// <summary>The credentials, or null when it knows none.</summary>
    /// <param name="push">Whether they are to be good for more than reading.</param>
    Task<RegistryCredentials?> FindAsync(string registry, bool push, CancellationToken cancellation);
}
