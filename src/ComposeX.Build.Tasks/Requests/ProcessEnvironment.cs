using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace ComposeX.Build.Tasks.Requests;

/// <summary>The environment of the process that builds, read once.</summary>
internal static class ProcessEnvironment
{
    /// <summary>Every variable; names mean the same in any case on Windows alone, as for Docker.</summary>
    public static IReadOnlyDictionary<string, string> Read() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(
            variable => (string)variable.Key,
            variable => (string?)variable.Value ?? "",
            Environment.OSVersion.Platform == PlatformID.Win32NT ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
}
