using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>A container of a task: what a compose service says, in the words of ECS.</summary>
internal static class ContainerDefinition
{
    public static CfnMap Of(ComposeService service, Family family, IReadOnlyList<Variable> variables, DiagnosticBag diagnostics)
    {
        var cfn = new Cfn(service.Origin);
        if (service.Image is null && service.Build is null)
        {
            diagnostics.Add(FamilyDiagnostics.NoImage(service.Name, service.Origin));
        }

        return cfn.Map(
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
            ("PortMappings", NullIfEmpty(cfn.List(ContainerPort.Of(service).Select(PortMapping)))),
            ("DependsOn", NullIfEmpty(ContainerOrder.Of(service, family, diagnostics))),
            ("HealthCheck", ContainerHealthCheck.Of(service, diagnostics)),
            ("DockerLabels", Labels(service, cfn)),
            ("LogConfiguration", TaskLogs.Configuration(family, service.Name, cfn)),
        ]);
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

    private static CfnMap PortMapping(ContainerPort port)
    {
        var cfn = new Cfn(port.Origin);
        return cfn.Map(
            ("ContainerPort", cfn.Number(port.Number)),
            ("Protocol", cfn.String(port.Protocol)),
            ("Name", cfn.String(port.Name)),
            ("AppProtocol", port.AppProtocol is { } protocol ? cfn.String(protocol) : null));
    }

    private static CfnMap? Labels(ComposeService service, Cfn cfn) => service.Labels.Count == 0
        ? null
        : cfn.Map(service.Labels.Select(label => (label.Name, (CfnValue?)new CfnString(label.Value ?? "", label.ValueOrigin))));

    private static CfnString? Text(Located<string>? text) => text is { } given ? new CfnString(given.Value, given.Origin) : null;

    private static CfnBoolean? Flag(Located<bool>? flag) => flag is { } given ? new CfnBoolean(given.Value, given.Origin) : null;

    private static CfnList? NullIfEmpty(CfnList list) => list.Items.Count == 0 ? null : list;
}
