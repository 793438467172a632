using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Network;

/// <summary>
/// Which ports a source may reach: those of the service that names it, or of the whole task when that service has none. Traffic
/// arrives on the container's own port, so that is what is opened, however it is published.
/// </summary>
internal static class OpenPorts
{
    /// <summary>Every port of the task, exposed ones too.</summary>
    public static IReadOnlyList<ContainerPort> OfTask(NetworkScope scope, Location origin) =>
        OrReport(All(scope.Family.Services), "the task itself", scope, origin);

    /// <summary>The ports for a source: those that it names under <c>Ports</c>, or else all, of which only the published ones are for sources outside.</summary>
    public static IReadOnlyList<ContainerPort> For(MappingReader source, bool isOutside, string label, NetworkScope scope, Location origin)
    {
        var named = source.Texts("Ports");
        IReadOnlyList<ComposeService> services = All([scope.Service]).Count > 0 ? [scope.Service] : scope.Family.Services;
        return named.Count > 0
            ? [.. named.SelectMany(name => Find(name, services, scope)).GroupBy(port => (port.Number, port.Protocol)).Select(group => group.First())]
            : OrReport(isOutside ? [.. All(services).Where(port => services.Any(service => IsPublished(service, port)))] : All(services), label, scope, origin);
    }

    private static IReadOnlyList<ContainerPort> OrReport(IReadOnlyList<ContainerPort> ports, string label, NetworkScope scope, Location origin)
    {
        if (ports.Count == 0)
        {
            scope.Diagnostics.Add(NetworkDiagnostics.NoPorts(label, scope.Service.Name, scope.Family.Name, origin));
        }

        return ports;
    }

    // The number outside comes first, as in Compose; where there is none, the container's own.
    private static IReadOnlyList<ContainerPort> Find(Located<string> name, IReadOnlyList<ComposeService> services, NetworkScope scope)
    {
        var halves = name.Value.Split('/');
        if (halves.Length > 2 || !int.TryParse(halves[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || !ContainerPort.IsPort(number) || (halves.Length == 2 && halves[1] is not ("tcp" or "udp")))
        {
            scope.Diagnostics.Add(NetworkDiagnostics.NoPort(name.Value, name.Origin));
            return [];
        }

        var ofProtocol = All(services).Where(port => halves.Length == 1 || port.Protocol == halves[1]).ToList();
        IReadOnlyList<ContainerPort> published = [.. ofProtocol.Where(port => services.Any(service => service.Ports.Any(mapping => IsOf(mapping, port) && mapping.Published?.Value == halves[0])))];
        IReadOnlyList<ContainerPort> found = published.Count > 0 ? published : [.. ofProtocol.Where(port => port.Number == number)];
        if (found.Count == 0)
        {
            scope.Diagnostics.Add(NetworkDiagnostics.UnknownPort(name.Value, scope.Service.Name, [.. All(services).Select(port => FormattableString.Invariant($"{port.Number}/{port.Protocol}"))], name.Origin));
        }

        return found;
    }

    private static IReadOnlyList<ContainerPort> All(IEnumerable<ComposeService> services) =>
        [.. services.SelectMany(ContainerPort.Of).GroupBy(port => (port.Number, port.Protocol)).Select(group => group.First())];

    private static bool IsPublished(ComposeService service, ContainerPort port) => service.Ports.Any(mapping => IsOf(mapping, port));

    private static bool IsOf(ComposePort mapping, ContainerPort port) => mapping.Target.Value == port.Number && mapping.Protocol == port.Protocol;
}
