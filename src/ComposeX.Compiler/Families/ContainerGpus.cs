using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>GPUs of an instance, asked for by <c>gpus</c> or by <c>deploy.resources.reservations.devices</c>.</summary>
internal static class ContainerGpus
{
    public static CfnList? Of(ComposeService service, ComputePlatform platform, DiagnosticBag diagnostics)
    {
        var asked = (service.Node["gpus"] as YamlSequence)?.Items.OfType<YamlMapping>()
            .Concat((service.Deploy?.Reservations?.Devices ?? []).Where(IsGpu)).ToList()
            ?? (service.Deploy?.Reservations?.Devices ?? []).Where(IsGpu).ToList();
        if (platform == ComputePlatform.Fargate || asked.Count == 0)
        {
            return null;
        }

        var cfn = new Cfn(asked[0].Location);
        return cfn.List(cfn.Map(
            ("Type", cfn.String("GPU")),
            ("Value", cfn.String(asked.Sum(device => Count(device, service, diagnostics)).ToString(System.Globalization.CultureInfo.InvariantCulture)))));
    }

    private static bool IsGpu(YamlMapping device) =>
        device["capabilities"] is YamlSequence capabilities && capabilities.Items.OfType<YamlScalar>().Any(capability => capability.Text is "gpu" or "nvidia");

    private static int Count(YamlMapping device, ComposeService service, DiagnosticBag diagnostics)
    {
        if (device["device_ids"] is YamlSequence { Items.Count: > 0 } ids)
        {
            return ids.Items.Count;
        }

        if (device["count"] is YamlScalar count && int.TryParse(count.Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            return number;
        }

        diagnostics.Add(ContainerDiagnostics.GpuCount(service.Name, device.Location));
        return 1;
    }
}
