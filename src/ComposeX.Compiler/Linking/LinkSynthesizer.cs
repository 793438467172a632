using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Compiler.Linking;

/// <summary>Turns each use of a resource into what it asks of the family: permissions, and environment variables with the resource's attributes.</summary>
internal static class LinkSynthesizer
{
    public static IReadOnlyList<Contribution> Synthesize(Application application) =>
        [.. application.Links.SelectMany(link => GrantAccess(link).Concat(SetVariables(link)))];

    private static IEnumerable<Contribution> GrantAccess(Link link)
    {
        if (link.Use.Access is not { } access
            || link.Declaration.Module.Access.FirstOrDefault(set => string.Equals(set.Name, access.Value, StringComparison.Ordinal)) is not { } accessSet)
        {
            yield break;
        }

        var arn = new DeclarationReference(link.Declaration.Module.Key, link.Declaration.Name, "Arn", access.Origin);
        yield return new GrantStatement(link.Family, link.Declaration.Module.Topic(), accessSet.Name, accessSet.Actions,
            [.. accessSet.Resources.Select(resource => Resource(resource, arn))], access.Origin);
    }

    private static CfnValue Resource(string pattern, DeclarationReference arn) =>
        pattern == "${Arn}" ? arn : new Cfn(arn.Origin).Sub(pattern, ("Arn", arn));

    // The first attribute goes by the resource's own name, unless the user gave it another.
    private static IEnumerable<Contribution> SetVariables(Link link)
    {
        var module = link.Declaration.Module;
        var renamed = link.Use.ReturnValues.Select(value => module.FindAttribute(value.Attribute.Value));
        foreach (var name in module.Attributes.Count == 0 ? [] : link.Declaration.EnvironmentNames)
        {
            yield return Variable(link, name.Value, module.Attributes[0].Name, name.Origin);
        }

        if (module.Attributes.Count > 0 && link.Declaration.EnvironmentNames.Count == 0 && !renamed.Contains(module.Attributes[0]))
        {
            yield return Variable(link, VariableName(link.Declaration.Name), module.Attributes[0].Name, link.Use.Target.Origin);
        }

        foreach (var value in link.Use.ReturnValues)
        {
            yield return Variable(link, value.Variable.Value, value.Attribute.Value, value.Variable.Origin);
        }
    }

    private static SetVariable Variable(Link link, string name, string attribute, Syntax.Location origin) => new(
        link.Family, [.. link.Containers.Select(container => container.Name)], name,
        new DeclarationReference(link.Declaration.Module.Key, link.Declaration.Name, attribute, origin), origin);

    private static string VariableName(string name) =>
        new([.. name.ToUpperInvariant().Select(c => c == '-' ? '_' : c).Where(c => c == '_' || (c < 128 && char.IsLetterOrDigit(c)))]);
}
