using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>A container of a task: what a compose service says, in the words of ECS.</summary>
internal static class ContainerDefinition
{
    public static CfnMap Of(ComposeService service, FamilyRequest request, IReadOnlyList<Variable> variables, DiagnosticBag diagnostics)
    {
        var family = request.Family;
        var platform = family.Platform();
        var cfn = new Cfn(service.Origin);
        if (service.Image is null && service.Build is null)
        {
            diagnostics.Add(FamilyDiagnostics.NoImage(service.Name, service.Origin));
        }

        var defaults = cfn.Map(
        [
            ("Name", cfn.String(service.Name)),
            ("Image", Image(service)),
            ("Essential", cfn.Boolean(ContainerOrder.IsEssential(service, family))),
            .. Sizes(service, family, cfn),
            ("EntryPoint", Arguments(service.Entrypoint)),
            ("Command", Arguments(service.Command)),
            ("User", Text(service.User)),
            ("WorkingDirectory", Text(service.WorkingDirectory)),
            ("ReadonlyRootFilesystem", Flag(service.ReadOnly)),
            ("PseudoTerminal", Flag(service.Tty)),
            ("Interactive", Flag(service.StdinOpen)),
            ("Privileged", platform == ComputePlatform.Fargate ? null : Flag(service.Privileged)),
            ("LinuxParameters", LinuxParameters.Of(service, platform, diagnostics)),
            ("Ulimits", ContainerLimits.Ulimits(service, platform, diagnostics)),
            ("SystemControls", ContainerLimits.SystemControls(service, diagnostics)),
            ("ResourceRequirements", ContainerGpus.Of(service, platform, diagnostics)),
            ("DockerSecurityOptions", platform == ComputePlatform.Fargate ? null : NullIfEmpty(Texts(service.SecurityOptions, cfn))),
            .. ContainerNetwork.Of(service, family),
            ("StopTimeout", StopTimeout.Of(service, diagnostics)),
            ("RestartPolicy", ContainerRestart.Of(service, request, diagnostics)),
            ("Environment", NullIfEmpty(cfn.List(variables.Select(KeyValue)))),
            ("Secrets", NullIfEmpty(cfn.List(VariableFold.Secrets(request, service.Name).Select(Secret)))),
            ("PortMappings", NullIfEmpty(cfn.List(ContainerPort.Of(service).Select(port => PortMapping(port, service, request))))),
            ("DependsOn", NullIfEmpty(ContainerOrder.Of(service, request, diagnostics))),
            ("VolumesFrom", NullIfEmpty(VolumesFrom.Of(service, family, diagnostics))),
            ("HealthCheck", ContainerHealthCheck.Of(service, diagnostics)),
            ("DockerLabels", Labels(service, cfn)),
        ]);
        var possible = TaskPlatform.IsWindows(request) ? WindowsContainer.WithoutLinux(defaults, service, diagnostics) : defaults;
        var asked = request.Asked<SetOnContainer>().Where(set => set.Containers.Contains(service.Name, StringComparer.Ordinal)).Select(set => (set.Property, set.Value));
        return PropertyFold.Fold(possible, asked, $"the container \"{service.Name}\"", diagnostics);
    }

    // What is built is a parameter, so that a deploy can put in the digest of what it pushed; what is only pulled stands as it was written.
    private static CfnValue Image(ComposeService service) => service switch
    {
        { Build: { } build } => new CfnParameterReference(FamilyNames.ImageParameter(service), service.Image?.Origin ?? build.Origin),
        { Image: { } image } => new CfnString(image.Value, image.Origin),
        _ => new CfnNull(service.Origin),
    };

    // A container that has the task to itself may use all of it; several share it by what they asked for. One that ends before the
    // others is in nobody's way.
    private static IEnumerable<(string, CfnValue?)> Sizes(ComposeService service, Family family, Cfn cfn)
    {
        if (ContainerOrder.IsToEnd(service, family))
        {
            return [];
        }

        var shares = family.Services.Count > 1;
        return
        [
            ("Cpu", shares && TaskSizing.CpuUnits(service, family.Platform()) is { } cpu ? cfn.Number(cpu) : null),
            ("Memory", shares && TaskSizing.MemoryMiB(service) is { } memory ? cfn.Number(memory) : null),
            ("MemoryReservation", TaskSizing.MemoryReservationMiB(service) is { } reservation ? cfn.Number(reservation) : null),
        ];
    }

    private static CfnList? Arguments(Located<IReadOnlyList<Located<string>>>? arguments) => arguments is { Value.Count: > 0 } given
        ? new CfnList([.. given.Value.Select(argument => PropertiesReader.ReadText(argument.Value, argument.Origin))], given.Origin)
        : null;

    private static CfnMap KeyValue(Variable variable)
    {
        var cfn = new Cfn(variable.Origin);
        return cfn.Map(("Name", cfn.String(variable.Name)), ("Value", variable.Value));
    }

    private static CfnMap Secret(AddSecret secret)
    {
        var cfn = new Cfn(secret.Origin);
        return cfn.Map(("Name", cfn.String(secret.Name)), ("ValueFrom", secret.ValueFrom));
    }

    private static CfnMap PortMapping(ContainerPort port, ComposeService service, FamilyRequest request)
    {
        var spoken = request.Asked<SetAppProtocol>().FirstOrDefault(set => set.Port == port.Number && string.Equals(set.Container, service.Name, StringComparison.Ordinal));
        var cfn = new Cfn(port.Origin);
        if (request.Family.Platform() == ComputePlatform.External)
        {
            return cfn.Map(("ContainerPort", cfn.Number(port.Number)), ("HostPort", HostPort(port, service)), ("Protocol", cfn.String(port.Protocol)));
        }

        return cfn.Map(
            ("ContainerPort", cfn.Number(port.Number)),
            ("Protocol", cfn.String(port.Protocol)),
            ("Name", cfn.String(port.Name)),
            ("AppProtocol", (spoken?.AppProtocol ?? port.AppProtocol) is { } protocol ? new Cfn(spoken?.Origin ?? port.Origin).String(protocol) : null));
    }

    // A range is left to the machine, as Docker would choose from it.
    private static CfnNumber? HostPort(ContainerPort port, ComposeService service) =>
        service.Ports.FirstOrDefault(published => published.Target.Value == port.Number && string.Equals(published.Protocol, port.Protocol, StringComparison.Ordinal))?.Published is { } host
            && int.TryParse(host.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new Cfn(host.Origin).Number(number)
                : null;

    private static CfnMap? Labels(ComposeService service, Cfn cfn)
    {
        var labels = service.Labels.Select(label => (label.Name, Value: (CfnValue?)new CfnString(label.Value ?? "", label.ValueOrigin))).ToList();
        if (service.ContainerName is { } name && !labels.Any(label => label.Name == "container_name"))
        {
            labels.Insert(0, ("container_name", new CfnString(name.Value, name.Origin)));
        }

        return labels.Count == 0 ? null : cfn.Map(labels);
    }

    private static CfnList Texts(IReadOnlyList<Located<string>> texts, Cfn cfn) => cfn.List(texts.Select(text => new CfnString(text.Value, text.Origin)));

    private static CfnString? Text(Located<string>? text) => text is { } given ? new CfnString(given.Value, given.Origin) : null;

    private static CfnBoolean? Flag(Located<bool>? flag) => flag is { } given ? new CfnBoolean(given.Value, given.Origin) : null;

    private static CfnList? NullIfEmpty(CfnList list) => list.Items.Count == 0 ? null : list;
}
