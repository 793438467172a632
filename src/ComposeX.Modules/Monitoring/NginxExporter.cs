using System;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Monitoring;

/// <summary>A container that turns nginx's status page into metrics for Prometheus.</summary>
internal static class NginxExporter
{
    public const string Name = "nginx-prometheus-exporter";

    public const int Port = 9113;

    private const string Image = "public.ecr.aws/nginx/nginx-prometheus-exporter:1.4.2";

    /// <summary>It asks where the service listens first: nginx must have its <c>stub_status</c> there.</summary>
    public static AddContainer Of(Family family, ComposeService service, Location origin)
    {
        var cfn = new Cfn(origin);
        var port = ContainerPort.Of(service).FirstOrDefault(port => port.Protocol == "tcp")?.Number ?? 80;
        return new(family, cfn.Map(
            ("Name", cfn.String(Name)),
            ("Image", cfn.String(Image)),
            ("Essential", cfn.Boolean(false)),
            ("Cpu", cfn.Number(102)),
            ("Memory", cfn.Number(64)),
            ("Environment", cfn.List(cfn.Map(("Name", cfn.String("SCRAPE_URI")), ("Value", cfn.String(FormattableString.Invariant($"http://127.0.0.1:{port}/stub_status"))))))), origin)
        {
            StartCondition = null,
        };
    }
}
