using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Secrets;

/// <summary>A service's use of a secret: what it gets, and what the roles of its task need for that.</summary>
internal sealed record SecretUse(Family Family, ComposeService Service, ComposeFileMount Mount, Secret Secret)
{
    private const string Directory = "/run/secrets/";

    /// <summary>What ECS hands over when a task starts.</summary>
    public IReadOnlyList<AddSecret> HandedOver(DiagnosticBag diagnostics)
    {
        if (!Secret.ForExecution)
        {
            return [];
        }

        var name = NameOf(diagnostics);
        return Secret.JsonKeys.Count == 0
            ? [Hand(name, Secret.Address.Arn)]
            : [.. Secret.JsonKeys.Select(key => Hand(key.Variable, Secret.Address.With($":{key.Key}::")))];
    }

    /// <summary>Permissions, and the variable with the secret's ARN for code that may read it.</summary>
    public IEnumerable<Contribution> Others(IReadOnlyCollection<string> taken)
    {
        if (Secret.ForExecution)
        {
            foreach (var grant in SecretGrants.Of(Family, Secret, FamilyRole.Execution, Mount.Origin))
            {
                yield return grant;
            }
        }

        if (!Secret.ForTask)
        {
            yield break;
        }

        foreach (var grant in SecretGrants.Of(Family, Secret, FamilyRole.Task, Mount.Origin))
        {
            yield return grant;
        }

        // A name that we made up gives way to one that somebody meant.
        var variable = Secret.Variable ?? new Located<string>(VariableName.Of(Secret.Key), Mount.Origin);
        if (variable.Value.Length > 0 && !taken.Contains(variable.Value) && (Secret.Variable is not null || !Service.Environment.Any(own => string.Equals(own.Name, variable.Value, StringComparison.Ordinal))))
        {
            yield return new SetVariable(Family, [Service.Name], variable.Value, Secret.Address.Arn, variable.Origin);
        }
    }

    private AddSecret Hand(Located<string> name, CloudFormation.Values.CfnValue from) => new(Family, [Service.Name], name.Value, from, name.Origin);

    // Where Compose would put the file is the name of the variable when it could be one.
    private Located<string> NameOf(DiagnosticBag diagnostics)
    {
        var target = Mount.Target is { } given && given.Value.StartsWith(Directory, StringComparison.Ordinal)
            ? new Located<string>(given.Value.Substring(Directory.Length), given.Origin)
            : Mount.Target;
        var isNamed = target is { } name && (VariableName.IsUsual(name.Value) || name.Value == Secret.Key);
        (string Attribute, Location? Origin)[] ofFiles = [("target", isNamed ? null : Mount.Target?.Origin), ("uid", Mount.Uid?.Origin), ("gid", Mount.Gid?.Origin), ("mode", Mount.Mode?.Origin)];
        foreach (var (attribute, origin) in ofFiles.Where(attribute => attribute.Origin is not null))
        {
            diagnostics.Add(SecretsDiagnostics.NotAFile(attribute, Secret.Key, origin ?? Mount.Origin));
        }

        return isNamed && target is { } variable ? variable : Mount.Source;
    }
}
