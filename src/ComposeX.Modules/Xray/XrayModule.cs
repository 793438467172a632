using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Xray;

/// <summary><c>x-xray</c> of a service: a container beside it that collects its traces, and the permission to send them.</summary>
public sealed class XrayModule : ServiceModule
{
    private const int Cpu = 32;
    private const int MemoryMiB = 256;

    // What the managed policy AWSXRayDaemonWriteAccess allows. None of these knows a resource.
    private static readonly string[] Actions =
    [
        "xray:GetSamplingRules", "xray:GetSamplingStatisticSummaries", "xray:GetSamplingTargets", "xray:PutTelemetryRecords", "xray:PutTraceSegments",
    ];

    public override IReadOnlyList<string> Keys { get; } = ["x-xray", "x-ray"];

    public override Synthesized Synthesize(Family family, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var traced = family.Services.Select(service => XrayOptions.Read(service, diagnostics)).OfType<XrayOptions>().ToList();
        if (traced.Count == 0)
        {
            return new Synthesized();
        }

        foreach (var other in traced.Where(other => !other.IsSameAs(traced[0])))
        {
            diagnostics.Add(XrayDiagnostics.Contradiction(family.Name, traced[0].Origin, other.Origin));
        }

        if (traced[0].Collector == Collector.Daemon)
        {
            diagnostics.Add(XrayDiagnostics.InMaintenance(traced[0].Origin));
        }

        var cfn = new Cfn(traced[0].Origin);
        return new()
        {
            Contributions =
            [
                new GrantStatement(family, "xray", "SendTraces", Actions, [cfn.String("*")], cfn.Origin),
                .. Sidecar(family, traced[0], diagnostics),
                .. traced.SelectMany(options => Variables(family, options)),
            ],
        };
    }

    private static IEnumerable<Contribution> Sidecar(Family family, XrayOptions options, DiagnosticBag diagnostics)
    {
        if (family.Services.FirstOrDefault(service => string.Equals(service.Name, options.Collector.Container, StringComparison.Ordinal)) is { } own)
        {
            diagnostics.Add(XrayDiagnostics.OwnContainer(own.Name, own.Origin));
            return [];
        }

        return [new AddContainer(family, Definition(family, options), options.Origin)];
    }

    private static CfnMap Definition(Family family, XrayOptions options)
    {
        var collector = options.Collector;
        var cfn = new Cfn(options.Origin);
        return cfn.Map(
            ("Name", cfn.String(collector.Container)),
            ("Image", options.Image is { } image ? new CfnString(image.Value, image.Origin) : cfn.String(collector.Image)),
            ("Essential", cfn.Boolean(false)),
            ("Cpu", cfn.Number(Cpu)),
            ("Memory", cfn.Number(MemoryMiB)),
            ("Command", collector.Command.Count == 0 ? null : cfn.Strings(collector.Command)),
            ("PortMappings", cfn.List(collector.Ports.Select(port => cfn.Map(("ContainerPort", cfn.Number(port.Number)), ("Protocol", cfn.String(port.Protocol)))))));
    }

    // Who says it himself knows better.
    private static IEnumerable<Contribution> Variables(Family family, XrayOptions options)
    {
        var service = family.Services.First(service => string.Equals(service.Name, options.Service, StringComparison.Ordinal));
        return options.Collector.Variables
            .Where(variable => !Says(service, variable.Name))
            .Select(variable => new SetVariable(family, [service.Name], variable.Name, new CfnString(variable.Value, options.Origin), options.Origin));
    }

    private static bool Says(ComposeService service, string variable) => service.Environment.Any(own => string.Equals(own.Name, variable, StringComparison.Ordinal));
}
