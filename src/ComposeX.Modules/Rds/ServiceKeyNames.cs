using System.Collections.Generic;

namespace ComposeX.Modules.Rds;

/// <summary>Keys of <c>Services.&lt;name&gt;</c> that only databases have.</summary>
internal static class ServiceKeyNames
{
    public const string SecretsMappings = "SecretsMappings";
    public const string DoNotExposeMappings = "DoNotExposeMappings";
    public const string ConnectionStringSecret = "GenerateConnectionStringSecret";
    public const string GrantTaskAccess = "GrantTaskAccess";
    public const string IamUser = "IamUser";

    public static IReadOnlyList<string> All { get; } = [SecretsMappings, DoNotExposeMappings, ConnectionStringSecret, GrantTaskAccess, IamUser];
}
