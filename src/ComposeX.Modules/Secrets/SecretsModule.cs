using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Lookups;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Secrets;

/// <summary>Compose's <c>secrets</c>, kept in Secrets Manager or in the SSM Parameter Store and handed over by ECS when a task starts; and a word on those that are written out.</summary>
public sealed class SecretsModule : ServiceModule
{
    public override IReadOnlyList<string> Attributes { get; } = ["secrets"];

    public override IReadOnlyList<LookupRequest> LookupsOf(ComposeProject project) => SecretLookups.Of(project);

    public override Synthesized Synthesize(Family family, Surroundings surroundings, DiagnosticBag diagnostics) => new()
    {
        Contributions = [.. family.Services.SelectMany(service => Of(family, service, surroundings, diagnostics))],
    };

    private static IEnumerable<Contribution> Of(Family family, ComposeService service, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var reader = new SecretReader(surroundings.Lookups, diagnostics);
        var uses = (
            from mount in service.Secrets
            from declared in surroundings.Project.Secrets
            where string.Equals(declared.Key, mount.Source.Value, StringComparison.Ordinal)
            let secret = reader.Read(declared)
            where secret is not null
            select new SecretUse(family, service, mount, secret)).ToList();
        var handed = uses.SelectMany(use => use.HandedOver(diagnostics)).ToList();
        CheckNames(service.Name, handed, diagnostics);
        IReadOnlyCollection<string> taken = [.. handed.Select(secret => secret.Name).Distinct(StringComparer.Ordinal)];
        PlainSecrets.Check(service, taken, diagnostics);
        return [.. handed, .. uses.SelectMany(use => use.Others(taken))];
    }

    private static void CheckNames(string container, IReadOnlyList<AddSecret> handed, DiagnosticBag diagnostics)
    {
        foreach (var group in handed.GroupBy(secret => secret.Name, StringComparer.Ordinal))
        {
            var first = group.First();
            foreach (var other in group.Skip(1).Where(other => !CfnValueComparer.Default.Equals(other.ValueFrom, first.ValueFrom)))
            {
                diagnostics.Add(SecretsDiagnostics.SameVariable(group.Key, container, first.Origin, other.Origin));
            }
        }
    }
}
