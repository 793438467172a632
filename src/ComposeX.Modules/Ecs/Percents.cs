using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ecs;

/// <summary>
/// How few and how many tasks there may be while they are replaced. What <c>x-ecs</c> says goes before the keys of Docker's own ECS
/// integration, and these before <c>update_config</c>.
/// </summary>
internal sealed record Percents(Located<long> Minimum, Located<long> Maximum)
{
    public const string MinimumKey = "x-aws-min_percent";

    public const string MaximumKey = "x-aws-max_percent";

    public static Percents Of(Family family, DeploymentSettings deployment, UpdateConfigs updates, DiagnosticBag diagnostics)
    {
        var replicas = Math.Max(1, family.Services.Max(service => service.Deploy?.Replicas?.Value ?? 1));
        var (fewest, most) = OfUpdate(updates, replicas, family);
        var percents = new Percents(
            Explicit(deployment.Configuration["MinimumHealthyPercent"]) ?? Average(family, MinimumKey, diagnostics) ?? fewest,
            Explicit(deployment.Configuration["MaximumPercent"]) ?? Average(family, MaximumKey, diagnostics) ?? most);
        if (deployment.IsRolling && percents.IsStuck(replicas))
        {
            diagnostics.Add(percents.Minimum.Value >= 100 && percents.Maximum.Value <= 100
                ? EcsDiagnostics.NoRoom(family.Name, percents.Minimum.Origin)
                : EcsDiagnostics.NoRoomFor(family.Name, percents.Minimum.Value, percents.Maximum.Value, replicas, percents.Minimum.Origin));
        }

        return percents;
    }

    // Between these counts ECS rounds up what has to stay, and down what may be there.
    private bool IsStuck(int replicas) => replicas * Maximum.Value / 100 <= replicas && ((replicas * Minimum.Value) + 99) / 100 >= replicas;

    private static (Located<long> Fewest, Located<long> Most) OfUpdate(UpdateConfigs updates, int replicas, Family family)
    {
        if (Daemon.Of(family) is { } mode)
        {
            return (new(0, mode), new(100, mode));
        }

        var parallelism = updates.Parallelism is { } asked && asked.Value > 0 && asked.Value < replicas ? asked.Value : replicas;
        var origin = updates.Order?.Origin ?? updates.Parallelism?.Origin ?? family.Origin;
        var detail = updates.Parallelism?.Origin ?? origin;
        return updates.Order is { Value: "stop-first" }
            ? (new((replicas - parallelism) * 100L / replicas, detail), new(100, origin))
            : (new(100, origin), new((((replicas + parallelism) * 100L) + replicas - 1) / replicas, detail));
    }

    private static Located<long>? Explicit(CfnValue? value) =>
        value is CfnNumber number && long.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) ? new(percent, number.Origin) : null;

    // Of a family's services, those count that say something.
    private static Located<long>? Average(Family family, string key, DiagnosticBag diagnostics)
    {
        var said = new List<Located<long>>();
        foreach (var entry in family.Services.Select(service => service.Key(key)).OfType<YamlEntry>())
        {
            if (entry.Value is YamlScalar scalar && int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var percent))
            {
                said.Add(new(percent, scalar.Location));
            }
            else
            {
                diagnostics.Add(entry.Value is YamlScalar other
                    ? EcsDiagnostics.NoPercent(key, other.Text, other.Location)
                    : ModelDiagnostics.WrongKind(key, "a percentage", entry.Value.Location));
            }
        }

        return said.Count == 0 ? null : new(said.Sum(percent => percent.Value) / said.Count, said[0].Origin);
    }
}
