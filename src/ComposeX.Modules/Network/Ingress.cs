using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Reading;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Network;

/// <summary>Who may reach a service: one rule for each source and port.</summary>
internal static class Ingress
{
    public static IEnumerable<Contribution> Read(YamlMapping? ingress, NetworkScope scope)
    {
        var reader = MappingReader.Of(ingress, scope.Diagnostics);
        IReadOnlyList<Contribution> asked =
        [
            .. Myself(reader.Boolean("Myself"), scope),
            .. Items(reader.Sequence("ExtSources")).SelectMany(item => ExternalSource.Read(item, scope)),
            .. Items(reader.Sequence("AwsSources")).SelectMany(item => AwsSource.Read(item, scope)),
            .. Items(reader.Sequence("Services")).SelectMany(item => ServiceSource.Read(item, scope)),
        ];
        reader.RejectOthers("Ingress of x-network");
        return asked;
    }

    /// <summary>The rules that let a source in on some ports.</summary>
    /// <param name="description">What each rule says of itself; null for who, whom and where.</param>
    public static IEnumerable<Contribution> Open(IngressSource source, IEnumerable<ContainerPort> ports, string? description, Location origin, NetworkScope scope) =>
        ports.Select(port => new OpenIngress(scope.Family, source, port.Number, port.Protocol, origin) { Description = description });

    // All containers of a task share its address, so this is about the task, whichever of its services says it.
    private static IEnumerable<Contribution> Myself(Located<bool>? myself, NetworkScope scope) => myself is { Value: true } asked
        ? Open(new FamilySource(scope.Family), OpenPorts.OfTask(scope, asked.Origin), null, asked.Origin, scope)
        : [];

    private static IReadOnlyList<YamlNode> Items(YamlSequence? sources) => sources?.Items ?? [];
}
