using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ec2;

/// <summary><c>deploy.placement</c> of services: on which instances ECS places a family's tasks, and whether there are any.</summary>
public sealed class PlacementModule : ServiceModule
{
    private const string Constraints = "deploy.placement.constraints";
    private const string Preferences = "deploy.placement.preferences";
    private const string MostOnOne = "deploy.placement.max_replicas_per_node";
    private const string Rebalancing = "AvailabilityZoneRebalancing";
    private const string Zone = "attribute:ecs.availability-zone";

    public override IReadOnlyList<string> Attributes { get; } = [Constraints, Preferences, MostOnOne];

    public override Synthesized Synthesize(Family family, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var platform = family.Platform();
        if (platform == ComputePlatform.Ec2)
        {
            Hosts.Check(family, surroundings, diagnostics);
        }

        var placements = family.Services.Select(service => (Service: service, Placement: service.Deploy?.Node["placement"] as YamlMapping)).Where(pair => pair.Placement is not null).ToList();
        return new()
        {
            Contributions =
            [
                .. placements.SelectMany(pair => ConstraintsOf(pair.Service, pair.Placement!, platform, diagnostics)).Distinct(CfnValueComparer.Default)
                    .Select(constraint => new SetOnService(family, "PlacementConstraints", new CfnList([constraint], constraint.Origin), constraint.Origin)),
                .. StrategiesOf(family, placements.SelectMany(pair => PreferencesOf(family, pair.Service, pair.Placement!, platform, diagnostics)).ToList()),
            ],
        };
    }

    private static IEnumerable<CfnValue> ConstraintsOf(ComposeService service, YamlMapping placement, ComputePlatform platform, DiagnosticBag diagnostics)
    {
        if (placement.Entry("constraints") is { Value: YamlSequence { Items.Count: > 0 } list } entry)
        {
            if (platform == ComputePlatform.Fargate)
            {
                diagnostics.Add(Ec2Diagnostics.NotPlaced(Constraints, service.Name, "Fargate", entry.Key.Location));
            }
            else
            {
                foreach (var constraint in list.Items.OfType<YamlScalar>().Select(text => PlacementConstraint.Read(text, service.Name, diagnostics)).OfType<CfnMap>())
                {
                    yield return constraint;
                }
            }
        }

        if (placement.Entry("max_replicas_per_node") is not { Value: YamlScalar { Text: not "0" } most } limit)
        {
            yield break;
        }

        if (platform == ComputePlatform.Fargate)
        {
            diagnostics.Add(Ec2Diagnostics.NotPlaced(MostOnOne, service.Name, "Fargate", limit.Key.Location));
        }
        else if (most.Text == "1")
        {
            var cfn = new Cfn(most.Location);
            yield return cfn.Map(("Type", cfn.String("distinctInstance")));
        }
        else
        {
            diagnostics.Add(Ec2Diagnostics.OnlyOneEach(most.Text, service.Name, most.Location));
        }
    }

    private static IEnumerable<CfnString> PreferencesOf(Family family, ComposeService service, YamlMapping placement, ComputePlatform platform, DiagnosticBag diagnostics)
    {
        if (placement.Entry("preferences") is not { Value: YamlSequence { Items.Count: > 0 } list } entry)
        {
            return [];
        }

        if (platform != ComputePlatform.Ec2)
        {
            diagnostics.Add(Ec2Diagnostics.NotPlaced(Preferences, service.Name, platform switch { ComputePlatform.Fargate => "Fargate", ComputePlatform.External => "ECS Anywhere", _ => "ECS Managed Instances" }, entry.Key.Location));
            return [];
        }

        if (service.Deploy?.Mode is { Value: "global" })
        {
            diagnostics.Add(Ec2Diagnostics.NoStrategyOfDaemon(service.Name, entry.Key.Location));
            return [];
        }

        return [.. list.Items.OfType<YamlMapping>().Select(item => item["spread"]).OfType<YamlScalar>()
            .Select(spread => PlacementField.Read(spread, service.Name, diagnostics)).OfType<CfnString>()];
    }

    private static IEnumerable<Contribution> StrategiesOf(Family family, List<CfnString> fields)
    {
        foreach (var field in fields)
        {
            var cfn = new Cfn(field.Origin);
            yield return new SetOnService(family, "PlacementStrategies", cfn.List(cfn.Map(("Type", cfn.String("spread")), ("Field", field))), field.Origin);
        }

        // ECS keeps zones in balance only where tasks are spread over zones first.
        if (fields.Count > 0 && fields[0].Value != Zone)
        {
            yield return new SetOnService(family, Rebalancing, new CfnString("DISABLED", fields[0].Origin), fields[0].Origin);
        }
    }
}
