using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Model.Families;

/// <summary>A port that a container listens on, published or exposed. In awsvpc mode traffic arrives on the container's own port.</summary>
public sealed record ContainerPort(int Number, string Protocol, string Name, string? AppProtocol, Location Origin)
{
    /// <summary>The container's ports, each once, in the order written.</summary>
    public static IReadOnlyList<ContainerPort> Of(ComposeService service) =>
        [.. service.Ports.Select(Published).Concat(service.Expose.Select(Exposed).OfType<ContainerPort>())
            .GroupBy(port => (port.Number, port.Protocol))
            .Select(group => group.First())];

    private static ContainerPort Published(ComposePort port) =>
        new(port.Target.Value, port.Protocol, port.Name ?? DefaultName(port.Target.Value, port.Protocol), port.AppProtocol, port.Origin);

    /// <summary>Whether a container can listen on it.</summary>
    public static bool IsPort(int number) => number is >= 1 and <= 65535;

    /// <summary>An exposed port, <c>port</c> or <c>port/protocol</c>, which Compose does not check; null when it is none.</summary>
    public static ContainerPort? Exposed(Located<string> expose)
    {
        var halves = expose.Value.Split('/');
        var protocol = halves.Length > 1 ? halves[1].ToLowerInvariant() : "tcp";
        return int.TryParse(halves[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && IsPort(number)
            ? new(number, protocol, DefaultName(number, protocol), null, expose.Origin)
            : null;
    }

    private static string DefaultName(int number, string protocol) => FormattableString.Invariant($"{protocol}_{number}");
}
