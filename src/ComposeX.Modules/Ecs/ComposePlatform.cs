using System;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ecs;

/// <summary>Compose's <c>platform</c> of a service: <c>linux/arm64</c>.</summary>
/// <param name="Architecture">The processor as ECS calls it; null when only the operating system is named.</param>
internal sealed record ComposePlatform(string Text, Located<string>? Architecture, bool IsWindows, Location Origin)
{
    public static ComposePlatform? Read(ComposeService service, DiagnosticBag diagnostics)
    {
        if (service.Platform is not { } platform)
        {
            return null;
        }

        var text = platform.Value.ToLowerInvariant();
        var isWindows = text == "windows" || text.StartsWith("windows/", StringComparison.Ordinal);
        var processor = isWindows ? text.Substring("windows".Length).TrimStart('/') : text.StartsWith("linux", StringComparison.Ordinal) ? text.Substring("linux".Length).TrimStart('/') : text;
        var architecture = processor switch
        {
            "" or "amd64" or "x86_64" or "x86-64" => "X86_64",
            "arm64" or "arm64/v8" or "aarch64" => "ARM64",
            _ => null,
        };
        if (architecture is null)
        {
            diagnostics.Add(EcsDiagnostics.UnknownPlatform(platform.Value, platform.Origin));
            return null;
        }

        return new(platform.Value, processor.Length == 0 ? null : new(architecture, platform.Origin), isWindows, platform.Origin);
    }

    /// <summary>Reports where <c>x-ecs</c> says something else, which then holds.</summary>
    public void CheckBeside(Located<string>? architecture, Located<string>? system, DiagnosticBag diagnostics)
    {
        if (IsWindows && system is null)
        {
            diagnostics.Add(EcsDiagnostics.WhichWindows(Text, Origin));
        }

        if (Architecture is { } own && architecture is { } said && own.Value != said.Value)
        {
            diagnostics.Add(EcsDiagnostics.Contradiction(Text, said.Value, Origin));
        }

        if (system is { } chosen && (chosen.Value != "LINUX") != IsWindows)
        {
            diagnostics.Add(EcsDiagnostics.Contradiction(Text, chosen.Value, Origin));
        }
    }
}
