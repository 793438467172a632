using System;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Meshes;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.ServiceConnect;

/// <summary>What a mesh says that Service Connect does in its own way, or not at all, beside routes.</summary>
internal static class MeshLosses
{
    // Properties that the plan has read.
    private static readonly string[] Read = ["MeshName", "MeshOwner", "EgressFilter", "EgressPolicy"];

    /// <summary>Reports what the mesh as a whole says.</summary>
    public static void Report(MeshPlan plan, Declaration declaration, DiagnosticBag diagnostics)
    {
        foreach (var other in (declaration.Properties?.Entries ?? []).Where(entry => Array.IndexOf(Read, entry.Name) < 0 && !IsEgress(entry)))
        {
            diagnostics.Add(MeshMoveDiagnostics.MeshUnused(other.Name, other.Key.Location));
        }

        if (plan.Name is null && (declaration.Lookup ?? declaration.Use) is { } existing)
        {
            diagnostics.Add(MeshMoveDiagnostics.MeshUnused(declaration.Lookup is null ? "Use" : "Lookup", existing.Location));
        }

        // What an existing mesh drops, its owner knows.
        if (plan.AllowsAllEgress is not { Value: true } && declaration.IsNew && plan.Owner is null)
        {
            diagnostics.Add(MeshMoveDiagnostics.EgressOpen(plan.AllowsAllEgress?.Origin ?? plan.Origin));
        }

        if (plan.Owner is { } owner)
        {
            diagnostics.Add(MeshMoveDiagnostics.NotShared(owner.Value, owner.Origin));
        }

        if (plan.Name is { } name)
        {
            diagnostics.Add(MeshMoveDiagnostics.MeshUnused(name.Value, name.Origin));
        }

        if (plan.EnvoyImage is { } image)
        {
            diagnostics.Add(MeshMoveDiagnostics.OwnProxy(image.Value, image.Origin));
        }
    }

    /// <summary>Reports what a node says.</summary>
    public static void Report(MeshEnd end, MeshTls tls, DiagnosticBag diagnostics)
    {
        if (end.Family is null)
        {
            diagnostics.Add(MeshMoveDiagnostics.ReachedDirectly(end.Name, end.Node.Name.Origin));
            return;
        }

        if (end.Node.HealthCheck is { } check)
        {
            var isChecked = end.Family.Services.Any(service => service.HealthCheck is not null);
            diagnostics.Add(isChecked ? MeshMoveDiagnostics.HealthByContainer(end.Name, check.Origin) : MeshMoveDiagnostics.HealthUnchecked(end.Name, check.Origin));
        }

        foreach (var option in end.Node.ListenerOptions.Concat(end.Node.NodeOptions))
        {
            Report(end, option, tls, diagnostics);
        }
    }

    /// <summary>How requests are logged, when the node says so; null when it does not.</summary>
    public static CfnMap? AccessLog(MeshNode node)
    {
        if ((node.Option("Logging")?.Value as YamlMapping)?["AccessLog"] is not YamlMapping log)
        {
            return null;
        }

        var cfn = new Cfn(log.Location);
        var isJson = ((log["File"] as YamlMapping)?["Format"] as YamlMapping)?["Json"] is not null;
        return cfn.Map(("Format", cfn.String(isJson ? "JSON" : "TEXT")));
    }

    private static bool IsEgress(YamlEntry entry) => entry is { Name: "Spec", Value: YamlMapping { Entries: [{ Name: "EgressFilter" }] } };

    // TLS of the listener is MeshTls's.
    private static void Report(MeshEnd end, YamlEntry option, MeshTls tls, DiagnosticBag diagnostics)
    {
        switch (option.Name)
        {
            case "TLS":
                break;
            case "OutlierDetection":
                diagnostics.Add(MeshMoveDiagnostics.OutliersFixed(option.Key.Location));
                break;
            case "BackendDefaults" when tls.IsUsed() && MeshTls.TrustedBy(end.Node) is not null:
                diagnostics.Add(MeshMoveDiagnostics.TrustByItself(option.Key.Location));
                break;
            case "Logging" when AccessLog(end.Node) is not null:
                ReportFormat(option, diagnostics);
                break;
            default:
                diagnostics.Add(MeshMoveDiagnostics.OptionDropped(option.Name, end.Name, option.Key.Location));
                break;
        }
    }

    private static void ReportFormat(YamlEntry logging, DiagnosticBag diagnostics)
    {
        if ((((logging.Value as YamlMapping)?["AccessLog"] as YamlMapping)?["File"] as YamlMapping) is { } file)
        {
            diagnostics.Add(MeshMoveDiagnostics.LogFormatFixed(file.Location));
        }
    }
}
