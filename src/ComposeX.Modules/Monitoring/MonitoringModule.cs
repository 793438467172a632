using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Monitoring;

/// <summary>Metrics of the application's own: a CloudWatch agent beside the containers takes what they send, or asks them for it.</summary>
public sealed class MonitoringModule : ServiceModule
{
    private const string EndpointVariable = "AWS_EMF_AGENT_ENDPOINT";
    private const string LinkName = "cwagent";
    private const string GroupVariable = "AWS_EMF_LOG_GROUP_NAME";

    public override IReadOnlyList<string> Keys { get; } = ["x-monitoring", "x-prometheus"];

    public override Synthesized Synthesize(Family family, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var settings = family.Services.Select(service => MonitoringReader.Read(service, diagnostics)).ToList();
        var exporters = settings.Where(setting => setting.NginxExporter is not null).ToList();
        foreach (var again in exporters.Skip(1))
        {
            diagnostics.Add(MonitoringDiagnostics.SaidTwice("AutoAddNginxPrometheusExporter", family.Name, exporters[0].NginxExporter!.Value, again.NginxExporter!.Value));
        }

        if (!settings.Any(setting => setting.NeedsAgent))
        {
            return new Synthesized();
        }

        foreach (var job in settings.Where(setting => family.Platform() == ComputePlatform.External && setting.Jobs.Count > 0))
        {
            diagnostics.Add(MonitoringDiagnostics.NoCommonLoopback(job.Service.Name, job.Origin));
        }

        foreach (var taken in family.Services.Where(service => service.Name == CloudWatchAgent.Name || (service.Name == NginxExporter.Name && exporters.Count > 0)))
        {
            diagnostics.Add(MonitoringDiagnostics.NameTaken(taken.Name, taken.Origin));
        }

        return Synthesized.Join(
        [
            CloudWatchAgent.Of(family, settings, surroundings.Cluster?.Name, ReadScrapeFile(family, settings, surroundings.Files, diagnostics), diagnostics),
            new Synthesized
            {
                Contributions =
                [
                    .. exporters.Take(1).Select(setting => NginxExporter.Of(family, setting.Service, setting.NginxExporter!.Value)),
                    .. settings.Where(setting => setting.Emf is not null).SelectMany(setting => Send(family, setting.Service, setting.Emf!.Value)),
                ],
            },
        ]);
    }

    private static string? ReadScrapeFile(Family family, IReadOnlyList<MonitoringSettings> settings, ProjectFiles? files, DiagnosticBag diagnostics)
    {
        var paths = settings.Select(setting => setting.ScrapeFile).Where(path => path is not null).Select(path => path!.Value).ToList();
        foreach (var other in paths.Skip(1).Where(path => path.Value != paths[0].Value))
        {
            diagnostics.Add(MonitoringDiagnostics.SaidTwice("ScrapingConfigurationFile", family.Name, paths[0].Origin, other.Origin));
        }

        if (paths.Count == 0)
        {
            return null;
        }

        if (files?.Read(paths[0].Value) is { } file)
        {
            if (file.Text.Contains("{{"))
            {
                diagnostics.Add(MonitoringDiagnostics.DoubleBraces(paths[0].Value, paths[0].Origin));
            }

            return file.Text.Replace("\r\n", "\n");
        }

        diagnostics.Add(MonitoringDiagnostics.NoFile(paths[0].Value, paths[0].Origin));
        return null;
    }

    // What the service says itself stays: where the agent is, and to which group its metrics go.
    private static IEnumerable<Contribution> Send(Family family, ComposeService service, Location origin)
    {
        var cfn = new Cfn(origin);
        // In bridge mode each container has an address of its own.
        var isBridge = family.Platform() == ComputePlatform.External;
        if (isBridge)
        {
            yield return new SetOnContainer(family, [service.Name], "Links", cfn.Strings([$"{CloudWatchAgent.Name}:{LinkName}"]), origin);
        }

        if (Variable(service, EndpointVariable) is null)
        {
            yield return new SetVariable(family, [service.Name], EndpointVariable, cfn.String($"tcp://{(isBridge ? LinkName : "127.0.0.1")}:25888"), origin);
        }

        if (Variable(service, GroupVariable) is { Value: { Length: > 0 } group } own)
        {
            yield return new GrantStatement(family, "monitoring", "WriteMetricsOf" + CloudFormation.Templates.LogicalId.From(service.Name), ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
                [new Cfn(own.ValueOrigin).Sub($"arn:${{AWS::Partition}}:logs:${{AWS::Region}}:${{AWS::AccountId}}:log-group:{PseudoParameters.KeepOnly(group)}:*")], own.ValueOrigin);
            yield break;
        }

        yield return new SetVariable(family, [service.Name], GroupVariable, cfn.Ref(family.LogGroup()), origin);
        yield return new GrantStatement(family, "monitoring", "WriteMetrics", ["logs:CreateLogStream", "logs:PutLogEvents"], [cfn.GetAtt(family.LogGroup(), "Arn")], origin);
    }

    private static ComposeVariable? Variable(ComposeService service, string name) =>
        service.Environment.FirstOrDefault(variable => string.Equals(variable.Name, name, StringComparison.Ordinal));
}
