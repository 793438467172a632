using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Consistency;
using ComposeX.Compose.Projects;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Binding;

/// <summary>Binds the canonical model to the immutable project.</summary>
internal static class ProjectBinder
{
    public static ComposeProject Bind(string name, YamlMapping model) => new(name, model)
    {
        Services = [.. model.Entries("services").Select(entry => ServiceBinder.Bind(entry, (YamlMapping)entry.Value)).Select(service => OnThoseThere(service, model))],
        Networks = Resources(model, "networks", Network),
        Volumes = Resources(model, "volumes", (entry, node) => WithCommon(new ComposeVolume(entry.Name, node, entry.Key.Location))),
        Secrets = Resources(model, "secrets", Secret),
        Configs = Resources(model, "configs", Config),
        Models = Resources(model, "models", Model),
        Extensions = model.Extensions(),
    };

    // A dependency that is not required may be on a service of an inactive profile; one of ECS ComposeX, on a family.
    private static ComposeService OnThoseThere(ComposeService service, YamlMapping model) => service with
    {
        DependsOn = [.. service.DependsOn.Where(dependency =>
            model["services"].AsMapping()?.Entry(dependency.Service) is not null || TaskFamilies.AreNamed(dependency.Service, model))],
    };

    private static IReadOnlyList<T> Resources<T>(YamlMapping model, string section, Func<YamlEntry, YamlMapping, T> bind) =>
        [.. model.Entries(section).Where(entry => entry.Value is YamlMapping).Select(entry => bind(entry, (YamlMapping)entry.Value))];

    private static ComposeNetwork Network(YamlEntry entry, YamlMapping node) => WithCommon(new ComposeNetwork(entry.Name, node, entry.Key.Location)) with
    {
        IsInternal = node.IsTrue("internal"),
        IsAttachable = node.IsTrue("attachable"),
    };

    private static ComposeSecret Secret(YamlEntry entry, YamlMapping node) => WithCommon(new ComposeSecret(entry.Name, node, entry.Key.Location)) with
    {
        File = node.Text("file"),
        Environment = node.Text("environment"),
    };

    private static ComposeConfig Config(YamlEntry entry, YamlMapping node) => WithCommon(new ComposeConfig(entry.Name, node, entry.Key.Location)) with
    {
        File = node.Text("file"),
        Environment = node.Text("environment"),
        Content = node.Text("content"),
    };

    private static ComposeModel Model(YamlEntry entry, YamlMapping node) => WithCommon(new ComposeModel(entry.Name, node, entry.Key.Location)) with
    {
        Model = node.Text("model"),
        ContextSize = node.Integer("context_size"),
        RuntimeFlags = node.Texts("runtime_flags"),
    };

    private static T WithCommon<T>(T resource)
        where T : ComposeResource => resource with
        {
            Name = resource.Node.Text("name"),
            IsExternal = resource.Node.IsTrue("external"),
            Driver = resource.Node.Text("driver"),
            DriverOptions = resource.Node.Variables("driver_opts"),
            Labels = resource.Node.Variables("labels"),
            Extensions = resource.Node.Extensions(),
        };
}
