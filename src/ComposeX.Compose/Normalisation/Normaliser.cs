using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Inputs;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Normalisation;

/// <summary>Says what Compose takes for granted: the default network, dependencies that follow from other attributes, names of resources.</summary>
internal sealed class Normaliser(string projectName, Variables variables)
{
    private const string DefaultNetwork = "default";

    private static readonly string[] _namespaces = ["network_mode", "ipc", "pid", "uts", "cgroup"];

    private static readonly string[] _named = ["networks", "volumes", "configs", "secrets"];

    public static YamlMapping Normalise(YamlMapping model, string projectName, Variables variables) =>
        new Normaliser(projectName, variables).Model(model);

    private YamlMapping Model(YamlMapping model)
    {
        var normalised = model.SelectServices((_, service) => Service(service));
        normalised = WithDefaultNetwork(normalised);
        return normalised
            .Select(section => _named.Contains(section.Name) && section.Value is YamlMapping resources ? Named(resources) : section.Value)
            .With("name", Tree.Text(projectName, model["name"]?.Location ?? model.Location));
    }

    private YamlMapping Service(YamlMapping service) => WithDependencies(WithNetwork(service).Select(attribute => attribute switch
    {
        { Name: "deploy", Value: YamlMapping deploy } when service["scale"] is { } scale && deploy.Entry("replicas") is null => deploy.With("replicas", scale),
        { Name: "pre_start", Value: YamlSequence hooks } when service["image"] is { } image => hooks.Select((hook, _) => WithImage(hook, image)),
        { Name: "pull_policy", Value: YamlScalar { Text: "if_not_present" } policy } => Tree.Text("missing", policy.Location),
        { Name: "build", Value: YamlMapping build } => Build(build),
        _ => attribute.Value,
    }));

    private static YamlNode WithImage(YamlNode hook, YamlNode image) =>
        hook is YamlMapping mapping && mapping.Entry("image") is null ? mapping.With("image", image) : hook;

    private YamlMapping Build(YamlMapping build)
    {
        var complete = build["dockerfile"].AsText() is { Length: > 0 } || build["dockerfile_inline"].AsText() is { Length: > 0 }
            ? build
            : build.With("dockerfile", Tree.Text("Dockerfile", build.Location));
        return complete.Select(attribute => attribute.Name != "args" ? attribute.Value : attribute.Value switch
        {
            YamlMapping args => args.Select(arg => ScalarResolver.IsNull(arg.Value) && variables[arg.Name] is { } value ? Tree.Text(value, arg.Value.Location) : arg.Value),
            YamlSequence args => args.Select((arg, _) => arg.AsText() is { } name && name.IndexOf('=') < 0 && variables[name] is { } value ? Tree.Text(name + "=" + value, arg.Location) : arg),
            var other => other,
        });
    }

    private static YamlMapping WithNetwork(YamlMapping service)
    {
        if (service.Entry("provider") is not null || service["network_mode"].AsText() is { Length: > 0 } || service["networks"] is YamlMapping { Entries.Count: > 0 })
            return service;

        return service.With("networks", Tree.Mapping(service.Location, (DefaultNetwork, Tree.Null(service.Location))));
    }

    private static YamlMapping WithDefaultNetwork(YamlMapping model)
    {
        var networks = model["networks"].AsMapping() ?? Tree.EmptyMapping(model.Location);
        var isUsed = model["services"].AsMapping()?.Entries.Any(service => service.Value is YamlMapping mapping && mapping["networks"].AsMapping()?.Entry(DefaultNetwork) is not null) == true;
        return isUsed && networks.Entry(DefaultNetwork) is null
            ? model.With("networks", networks.With(DefaultNetwork, Tree.EmptyMapping(model.Location)))
            : model;
    }

    private static YamlMapping WithDependencies(YamlMapping service)
    {
        var dependencies = new MappingBuilder(service["depends_on"].AsMapping() ?? Tree.EmptyMapping(service.Location));
        foreach (var link in Texts(service["links"]))
        {
            Imply(dependencies, link, BeforeColon(link.Text), restart: true);
        }

        foreach (var attribute in _namespaces.Select(name => service[name]).OfType<YamlScalar>())
        {
            const string Prefix = "service:";
            if (attribute.Text.StartsWith(Prefix, StringComparison.Ordinal))
            {
                Imply(dependencies, attribute, attribute.Text.Substring(Prefix.Length), restart: true);
            }
        }

        foreach (var volume in Texts(service["volumes_from"]).Where(volume => !volume.Text.StartsWith("container:", StringComparison.Ordinal)))
        {
            Imply(dependencies, volume, BeforeColon(volume.Text), restart: false);
        }

        var all = dependencies.Build(service["depends_on"]?.Location ?? service.Location);
        return all.Entries.Count == 0 ? service : service.With("depends_on", all);
    }

    private static void Imply(MappingBuilder dependencies, YamlScalar cause, string service, bool restart)
    {
        var at = cause.Location;
        dependencies.TryAdd(Tree.Entry(service, Tree.Mapping(
            at,
            ("condition", Tree.Text("service_started", at)),
            ("restart", restart ? Tree.Boolean(true, at) : null),
            ("required", Tree.Boolean(true, at)))));
    }

    private static IEnumerable<YamlScalar> Texts(YamlNode? list) => (list as YamlSequence)?.Items.OfType<YamlScalar>() ?? [];

    private static string BeforeColon(string text) => text.IndexOf(':') is >= 0 and var at ? text.Substring(0, at) : text;

    private YamlMapping Named(YamlMapping resources) => resources.Select(resource =>
    {
        var mapping = resource.Value.AsMapping() ?? Tree.EmptyMapping(resource.Key.Location);
        if (mapping["name"].AsText() is { Length: > 0 })
            return mapping;

        var isExternal = mapping["external"] is YamlScalar external && ScalarResolver.Resolve(external).Boolean;
        return mapping.With("name", Tree.Text(isExternal ? resource.Name : $"{projectName}_{resource.Name}", resource.Key.Location));
    });
}
