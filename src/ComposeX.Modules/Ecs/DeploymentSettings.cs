using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ecs;

/// <summary><c>x-ecs.Deployment</c> of a family.</summary>
/// <param name="Configuration">What the user wrote, as CloudFormation's <c>DeploymentConfiguration</c>.</param>
/// <param name="Origin">The mapping, or the family when there is none.</param>
internal sealed record DeploymentSettings(CfnMap Configuration, Located<string> Strategy, Location Origin)
{
    private static readonly string[] Strategies = [DeploymentStrategy.Rolling, "BLUE_GREEN", "LINEAR", "CANARY"];

    // Today's words first; CloudFormation's own name for one of them behind it.
    private static readonly (string Name, string Property)[] Members =
    [
        ("Strategy", "Strategy"),
        ("BakeTimeInMinutes", "BakeTimeInMinutes"),
        ("CanaryConfiguration", "CanaryConfiguration"),
        ("LinearConfiguration", "LinearConfiguration"),
        ("LifecycleHooks", "LifecycleHooks"),
        ("Alarms", "Alarms"),
        ("CircuitBreaker", "DeploymentCircuitBreaker"),
        ("MinimumHealthyPercent", "MinimumHealthyPercent"),
        ("MaximumPercent", "MaximumPercent"),
    ];

    public bool IsRolling => Strategy.Value == DeploymentStrategy.Rolling;

    public static DeploymentSettings Read(Family family, IReadOnlyList<EcsSettings> settings, DiagnosticBag diagnostics)
    {
        var all = settings.Select(said => said.Deployment).OfType<YamlMapping>().ToList();
        foreach (var other in all.Skip(1))
        {
            diagnostics.Add(EcsDiagnostics.DeploymentTwice(family.Name, all[0].Location, other.Location));
        }

        if (all.Count == 0)
        {
            return new(new CfnMap([], family.Origin), new(DeploymentStrategy.Rolling, family.Origin), family.Origin);
        }

        var reader = MappingReader.Of(all[0], diagnostics);
        var strategy = Agreement.OneOf("Strategy", Strategies, reader.Text("Strategy"), diagnostics) ?? new(DeploymentStrategy.Rolling, all[0].Location);
        IReadOnlyList<YamlEntry> entries = [.. Members
            .Select(member => (member.Property, Node: reader.Node(member.Name, member.Property)))
            .Where(member => member.Node is not null)
            .Select(member => new YamlEntry(new YamlScalar(member.Property, YamlScalarStyle.Plain, member.Node!.Location), member.Node))];
        reader.RejectOthers("Deployment of x-ecs");
        var configuration = Verbatim.Read("DeploymentConfiguration", new YamlMapping(entries, all[0].Location)) as CfnMap;
        return new(configuration ?? new CfnMap([], all[0].Location), strategy, all[0].Location);
    }
}
