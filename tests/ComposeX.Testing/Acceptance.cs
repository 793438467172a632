using System;

namespace ComposeX.Testing;

/// <summary>Whether this run compares baselines or takes what it gets as the new ones.</summary>
public enum Acceptance
{
    /// <summary>A difference fails the test.</summary>
    Compare,

    /// <summary>Files are rewritten: <c>COMPOSEX_ACCEPT=1</c>.</summary>
    Accept,

    /// <summary>Accepting was asked for in CI, where nobody would look at what was accepted.</summary>
    Refused,
}

/// <summary>Reads <see cref="Acceptance"/> from the environment.</summary>
public static class AcceptanceSwitch
{
    /// <summary>The line that accepts new baselines.</summary>
    public const string Command = "COMPOSEX_ACCEPT=1 dotnet test";

    public static Acceptance Current => Of(Environment.GetEnvironmentVariable);

    public static Acceptance Of(Func<string, string?> variable) => (IsOn(variable("COMPOSEX_ACCEPT")), IsOn(variable("CI"))) switch
    {
        (false, _) => Acceptance.Compare,
        (true, true) => Acceptance.Refused,
        (true, false) => Acceptance.Accept,
    };

    private static bool IsOn(string? value) => value is not (null or "" or "0" or "false" or "False");
}
