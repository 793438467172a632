namespace ComposeX.Model.Lookups;

/// <summary>Which file holds what was found, and what writes it: each environment has its own.</summary>
/// <param name="Environment">The environment, such as <c>prod</c>; null where there is none.</param>
public sealed record LockFile(string? Environment)
{
    /// <summary>The file of a project without environments.</summary>
    public static LockFile Default { get; } = new(Environment: null);

    /// <summary>The file's name.</summary>
    public string Name => Environment is null ? LookupLock.FileName : $"composex.{Environment}.lock.json";

    /// <summary>What a person types to have it written.</summary>
    public string Command => "dotnet build -t:EcsLookup" + (Environment is null ? "" : $" -p:EcsEnvironment={Environment}");
}
