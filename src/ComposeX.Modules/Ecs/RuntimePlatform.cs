using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ecs;

/// <summary>The processor and the operating system of a family's tasks, where the user chose them.</summary>
internal sealed record RuntimePlatform(Located<string>? Architecture, Located<string>? System)
{
    private static readonly string[] Architectures = ["X86_64", "ARM64"];

    private static readonly string[] OnFargate =
    [
        "LINUX",
        "WINDOWS_SERVER_2019_CORE", "WINDOWS_SERVER_2019_FULL",
        "WINDOWS_SERVER_2022_CORE", "WINDOWS_SERVER_2022_FULL",
        "WINDOWS_SERVER_2025_CORE", "WINDOWS_SERVER_2025_FULL",
    ];

    private static readonly string[] Systems = [.. OnFargate, "WINDOWS_SERVER_2004_CORE", "WINDOWS_SERVER_2016_FULL", "WINDOWS_SERVER_20H2_CORE"];

    public bool IsWindows => System is { } system && system.Value != "LINUX";

    public static RuntimePlatform Of(Family family, IReadOnlyList<EcsSettings> settings, DiagnosticBag diagnostics)
    {
        var architecture = Agreement.Of(family, "CpuArchitecture", settings.Select(said => Agreement.OneOf("CpuArchitecture", Architectures, said.CpuArchitecture, diagnostics)), diagnostics);
        var system = Agreement.Of(family, "OperatingSystemFamily", settings.Select(said => Agreement.OneOf("OperatingSystemFamily", Systems, said.OperatingSystemFamily, diagnostics)), diagnostics);
        var platforms = settings.Select(said => ComposePlatform.Read(said.Service, diagnostics)).OfType<ComposePlatform>().ToList();
        var platformArchitecture = Agreement.Of(family, "platform", platforms.Select(platform => platform.Architecture), diagnostics);
        foreach (var platform in platforms)
        {
            platform.CheckBeside(architecture, system, diagnostics);
        }

        var chosen = new RuntimePlatform(architecture ?? platformArchitecture, system);
        chosen.Check(family, diagnostics);
        return chosen;
    }

    public IEnumerable<Contribution> Contributions(Family family)
    {
        var architecture = Architecture is { } processor ? new CfnString(processor.Value, processor.Origin) : null;
        var system = System is { } os ? new CfnString(os.Value, os.Origin) : null;
        return (architecture?.Origin ?? system?.Origin) is { } origin
            ? [new SetOnTask(family, "RuntimePlatform", new Cfn(origin).Map(("CpuArchitecture", architecture), ("OperatingSystemFamily", system)), origin)]
            : [];
    }

    private void Check(Family family, DiagnosticBag diagnostics)
    {
        if (!IsWindows || System is not { } system)
        {
            return;
        }

        if (family.Platform() == ComputePlatform.Fargate && Array.IndexOf(OnFargate, system.Value) < 0)
        {
            diagnostics.Add(EcsDiagnostics.NotOnFargate(system.Value, OnFargate, system.Origin));
        }

        if (Architecture is { Value: "ARM64" } architecture)
        {
            diagnostics.Add(EcsDiagnostics.WindowsOnArm(system.Value, architecture.Origin));
        }
    }
}
