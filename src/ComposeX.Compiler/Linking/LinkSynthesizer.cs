using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Linking;

/// <summary>Turns each use of a resource into what it asks of the family: permissions, and environment variables with the resource's attributes.</summary>
internal static class LinkSynthesizer
{
    public static IReadOnlyList<Contribution> Synthesize(Application application) =>
        [.. application.Links.SelectMany(link => GrantAccess(link).Concat(SetVariables(link)))];

    private static IEnumerable<Contribution> GrantAccess(Link link) => link.Use.Access
        .SelectMany(choice => link.Declaration.Module.SetsOf(choice).Where(set => set.Actions.Count > 0).Select(set => (choice, set)))
        .SelectMany(chosen => new[] { Grant(link, chosen.set, chosen.choice.Name.Origin) }.Concat(KeyGrants(link, chosen.set, chosen.choice.Name.Origin)));

    private static GrantStatement Grant(Link link, AccessSet set, Location origin)
    {
        var arn = new DeclarationReference(link.Declaration.Module.Key, link.Declaration.Name, "Arn", origin);
        return new(link.Family, link.Declaration.Module.Topic(), set.Sid, set.Actions, [.. set.Resources.Select(resource => Resource(resource, arn))], origin)
        {
            Condition = set.Condition is { } condition ? new Cfn(origin).Map((condition.Operator, new Cfn(origin).Map((condition.Key, new Cfn(origin).String(condition.Value))))) : null,
            Denies = set.Denies,
        };
    }

    private static IEnumerable<Contribution> KeyGrants(Link link, AccessSet set, Location origin) => set.KeyActions.Count == 0
        ? []
        : link.Declaration.Module.Offers(link.Declaration).OfType<EncryptionOffer>().Select(key => key.GrantTo(link.Family, set.KeyActions, origin));

    private static CfnValue Resource(string pattern, DeclarationReference arn) =>
        pattern == "${Arn}" ? arn : new Cfn(arn.Origin).Sub(pattern, ("Arn", arn));

    // The first attribute goes by the resource's own name, unless the user gave it another, or the name to another attribute.
    private static IEnumerable<Contribution> SetVariables(Link link)
    {
        var module = link.Declaration.Module;
        var renamed = link.Use.ReturnValues.Select(value => module.FindAttribute(value.Attribute.Value));
        var isTaken = link.Use.ReturnValues.Any(value => string.Equals(value.Variable.Value, VariableName(link.Declaration.Name), StringComparison.Ordinal));
        if (module.DefaultVariable is { } usual)
        {
            foreach (var name in link.Declaration.EnvironmentNames)
            {
                yield return Variable(link, name.Value, usual.Name, name.Origin);
            }

            if (link.Declaration.EnvironmentNames.Count == 0 && !isTaken && !renamed.Contains(usual))
            {
                yield return Variable(link, VariableName(link.Declaration.Name), usual.Name, link.Use.Target.Origin) with { IsDefault = true };
            }
        }

        foreach (var value in link.Use.ReturnValues)
        {
            yield return Variable(link, value.Variable.Value, value.Attribute.Value, value.Variable.Origin);
        }
    }

    private static SetVariable Variable(Link link, string name, string attribute, Location origin) => new(
        link.Family, [.. link.Containers.Select(container => container.Name)], name,
        new DeclarationReference(link.Declaration.Module.Key, link.Declaration.Name, attribute, origin), origin);

    private static string VariableName(string name) =>
        new([.. name.ToUpperInvariant().Select(c => c == '-' ? '_' : c).Where(c => c == '_' || (c < 128 && char.IsLetterOrDigit(c)))]);
}
