using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>Gives the rules of a listener their priorities: those stated, and for the others numbers in the order written.</summary>
internal sealed class RuleOrder(ExistingBalancer? existing, DiagnosticBag diagnostics)
{
    // Behind all others: the rule that stands in for a default action, which ECS could not change.
    private const long LastPriority = 50000;
    private const int Step = 10;

    /// <param name="last">What stands in for a default action.</param>
    public IReadOnlyList<RulePlan> Of(string listenerId, Listener listener, IReadOnlyList<(Target target, Forward forward)> shares, Forward? last)
    {
        var taken = new HashSet<long>();
        foreach (var stated in shares.Select(share => share.target.Priority))
        {
            if (stated is { } priority && !taken.Add(priority.Value))
            {
                diagnostics.Add(Elbv2Diagnostics.PriorityTwice(priority.Value, priority.Origin));
            }
        }

        var free = new Queue<long>(Free(listener).Where(number => !taken.Contains(number)));
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        var rules = new List<RulePlan>();
        foreach (var (target, forward) in shares)
        {
            var id = LogicalId.From(listenerId, target.Name.Value, "Rule");
            names[id] = names.TryGetValue(id, out var count) ? count + 1 : 1;
            var priority = target.Priority?.Value ?? (forward == last ? LastPriority : free.Count > 0 ? free.Dequeue() : 0);
            if (priority == 0)
            {
                diagnostics.Add(Elbv2Diagnostics.NoFreePriority(listener.Port.Value, target.Origin));
            }

            rules.Add(new(names[id] > 1 ? LogicalId.From(id, names[id].ToString(CultureInfo.InvariantCulture)) : id,
                priority, target.Conditions ?? AccessPattern.Everything(new(target.Origin)), forward));
        }

        return rules;
    }

    // Of a listener that others use too, only the numbers that the lock says are free.
    private IEnumerable<long> Free(Listener listener)
    {
        var port = ExistingBalancer.Port(listener.Port.Value);
        return existing is { } found && found.Listeners.ContainsKey(port)
            ? found.Priorities.TryGetValue(port, out var numbers) ? numbers : []
            : Enumerable.Range(1, 4999).Select(number => (long)number * Step);
    }
}
