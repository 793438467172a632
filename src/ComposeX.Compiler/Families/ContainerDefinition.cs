using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>A container of a task: what a compose service says, in the words of ECS.</summary>
internal static class ContainerDefinition
{
    public static CfnMap Of(ComposeService service, FamilyRequest request, IReadOnlyList<Variable> variables, DiagnosticBag diagnostics)
    {
        var family = request.Family;
        var cfn = new Cfn(service.Origin);
        if (service.Image is null && service.Build is null)
        {
            diagnostics.Add(FamilyDiagnostics.NoImage(service.Name, service.Origin));
        }

        var defaults = cfn.Map(
        [
            ("Name", cfn.String(service.Name)),
            ("Image", new CfnParameterReference(FamilyNames.ImageParameter(service), service.Image?.Origin ?? service.Build?.Origin ?? service.Origin)),
            ("Essential", cfn.Boolean(ContainerOrder.IsEssential(service, family))),
            .. Sizes(service, family, cfn),
            ("EntryPoint", Arguments(service.Entrypoint)),
            ("Command", Arguments(service.Command)),
            ("User", Text(service.User)),
            ("WorkingDirectory", Text(service.WorkingDirectory)),
            ("ReadonlyRootFilesystem", Flag(service.ReadOnly)),
            ("PseudoTerminal", Flag(service.Tty)),
            ("Interactive", Flag(service.StdinOpen)),
            ("LinuxParameters", service.Init is { Value: true } init ? new Cfn(init.Origin).Map(("InitProcessEnabled", Flag(init))) : null),
            ("StopTimeout", StopTimeout.Of(service, diagnostics)),
            ("Environment", NullIfEmpty(cfn.List(variables.Select(KeyValue)))),
            ("Secrets", NullIfEmpty(cfn.List(VariableFold.Secrets(request, service.Name).Select(Secret)))),
            ("PortMappings", NullIfEmpty(cfn.List(ContainerPort.Of(service).Select(port => PortMapping(port, service, request))))),
            ("DependsOn", NullIfEmpty(ContainerOrder.Of(service, request, diagnostics))),
            ("HealthCheck", ContainerHealthCheck.Of(service, diagnostics)),
            ("DockerLabels", Labels(service, cfn)),
        ]);
        var asked = request.Asked<SetOnContainer>().Where(set => set.Containers.Contains(service.Name, StringComparer.Ordinal)).Select(set => (set.Property, set.Value));
        return PropertyFold.Fold(defaults, asked, $"the container \"{service.Name}\"", diagnostics);
    }

    // A container that has the task to itself may use all of it; several share it by what they asked for.
    private static IEnumerable<(string, CfnValue?)> Sizes(ComposeService service, Family family, Cfn cfn)
    {
        var shares = family.Services.Count > 1;
        yield return ("Cpu", shares && TaskSizing.CpuUnits(service) is { } cpu ? cfn.Number(cpu) : null);
        yield return ("Memory", shares && TaskSizing.MemoryMiB(service) is { } memory ? cfn.Number(memory) : null);
        yield return ("MemoryReservation", TaskSizing.MemoryReservationMiB(service) is { } reservation ? cfn.Number(reservation) : null);
    }

    private static CfnList? Arguments(Located<IReadOnlyList<Located<string>>>? arguments) => arguments is { Value.Count: > 0 } given
        ? new CfnList([.. given.Value.Select(argument => VariableFold.Value(argument.Value, argument.Origin))], given.Origin)
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
        return cfn.Map(
            ("ContainerPort", cfn.Number(port.Number)),
            ("Protocol", cfn.String(port.Protocol)),
            ("Name", cfn.String(port.Name)),
            ("AppProtocol", (spoken?.AppProtocol ?? port.AppProtocol) is { } protocol ? new Cfn(spoken?.Origin ?? port.Origin).String(protocol) : null));
    }

    private static CfnMap? Labels(ComposeService service, Cfn cfn) => service.Labels.Count == 0
        ? null
        : cfn.Map(service.Labels.Select(label => (label.Name, (CfnValue?)new CfnString(label.Value ?? "", label.ValueOrigin))));

    private static CfnString? Text(Located<string>? text) => text is { } given ? new CfnString(given.Value, given.Origin) : null;

    private static CfnBoolean? Flag(Located<bool>? flag) => flag is { } given ? new CfnBoolean(given.Value, given.Origin) : null;

    private static CfnList? NullIfEmpty(CfnList list) => list.Items.Count == 0 ? null : list;
}
