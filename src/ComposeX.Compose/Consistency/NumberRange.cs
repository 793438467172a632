using System.Collections.Generic;
using System.Globalization;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Consistency;

/// <summary>Whole numbers that are too large to be any such number. Compose's own schema sets no bounds.</summary>
internal sealed record NumberRange(decimal Least, decimal Most)
{
    private static readonly NumberRange _count = new(int.MinValue, int.MaxValue);

    private static readonly NumberRange _amount = new(long.MinValue, long.MaxValue);

    private static readonly PathTable<NumberRange> _table = new()
    {
        { "services.*.cpu_shares", _amount },
        { "services.*.deploy.replicas", _count },
        { "services.*.deploy.resources.limits.pids", _count },
        { "services.*.deploy.restart_policy.max_attempts", _count },
        { "services.*.deploy.rollback_config.parallelism", _count },
        { "services.*.deploy.update_config.parallelism", _count },
        { "services.*.healthcheck.retries", _count },
        { "services.*.pids_limit", _amount },
        { "services.*.ports.[].target", _count },
        { "services.*.scale", _count },
        { "services.*.ulimits.*", _amount },
        { "services.*.ulimits.*.hard", _amount },
        { "services.*.ulimits.*.soft", _amount },
        { "models.*.context_size", _count },
    };

    public static void Check(YamlMapping model, DiagnosticBag diagnostics) => Check(model, "", _table.Root, [], diagnostics);

    // "scale" stands in "deploy" too, from the same text.
    private static void Check(YamlNode node, string name, PathStep<NumberRange> step, HashSet<Location> reported, DiagnosticBag diagnostics)
    {
        switch (node)
        {
            case YamlScalar scalar when step.Value is { } range && !range.Has(scalar.Text) && reported.Add(scalar.Location):
                diagnostics.Add(ConsistencyDiagnostics.TooLarge(scalar, name, range.Least, range.Most));
                break;
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    if (step[entry.Name] is { } below)
                    {
                        Check(entry.Value, entry.Name, below, reported, diagnostics);
                    }
                }

                break;
            case YamlSequence list when step[PathStep<NumberRange>.ListItem] is { } items:
                foreach (var item in list.Items)
                {
                    Check(item, name, items, reported, diagnostics);
                }

                break;
        }
    }

    private bool Has(string text) =>
        !decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? text.Length < 20
            : number >= Least && number <= Most;
}
