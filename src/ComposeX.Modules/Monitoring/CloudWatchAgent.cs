using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Monitoring;

/// <summary>The CloudWatch agent beside a family's containers: what it reads, what it may do, and the container itself.</summary>
internal static class CloudWatchAgent
{
    public const string Name = "cloudwatch-agent";

    public const string ScrapingVariable = "PROMETHEUS_CONFIG_CONTENT";

    private const string ConfigurationVariable = "CW_CONFIG_CONTENT";
    private const string Repository = "public.ecr.aws/cloudwatch-agent/cloudwatch-agent";
    private const string Version = "1.300062.0b1304";

    // What a parameter holds at most, in the advanced tier.
    private const int MostCharacters = 8192;

    /// <param name="scrapeFile">The text of the user's scrape configuration, or null.</param>
    public static Synthesized Of(Family family, IReadOnlyList<MonitoringSettings> settings, CfnValue? cluster, string? scrapeFile, DiagnosticBag diagnostics)
    {
        var origin = settings.First(setting => setting.NeedsAgent).Origin;
        var cfn = new Cfn(origin);
        var configuration = AgentText.Configuration(settings);
        var scraping = scrapeFile is not null ? AgentText.Literal(scrapeFile) : settings.Any(setting => setting.Jobs.Count > 0) ? AgentText.Scraping(family, settings) : null;
        if (configuration.Length > MostCharacters || scraping?.Length > MostCharacters)
        {
            diagnostics.Add(MonitoringDiagnostics.TooLarge(family.Name, MostCharacters, origin));
        }

        IReadOnlyList<(string Variable, SynthesizedResource Parameter)> parameters =
        [
            (ConfigurationVariable, Parameter(family, "CloudWatchAgentConfiguration", "What the CloudWatch agent does", cfn.String(configuration), cfn)),
            .. scraping is null ? [] : ((string, SynthesizedResource)[])[(ScrapingVariable, Parameter(family, "PrometheusScraping", "Whom the CloudWatch agent asks for metrics", Scraping(scraping, cluster, cfn), cfn))],
        ];
        return Synthesized.Of([.. parameters.Select(parameter => parameter.Parameter)]) with
        {
            Contributions =
            [
                new GrantStatement(family, "monitoring", "ReadAgentConfiguration", ["ssm:GetParameters"], [.. parameters.Select(parameter => Arn(parameter.Parameter, cfn))], origin) { Role = FamilyRole.Execution },
                .. scraping is null ? [] : (Contribution[])[GrantMetrics(family, cluster, cfn)],
                Container(family, Image(family, settings, diagnostics) ?? cfn.String($"{Repository}:{Version}"), parameters, AgentText.Hash(configuration + scraping), cfn),
            ],
        };
    }

    private static CfnValue Scraping(string text, CfnValue? cluster, Cfn cfn) => text.Contains("${ClusterName}")
        ? cfn.Sub(text, ("ClusterName", NameOf(cluster)), ("StackRoot", cfn.RootStackName()))
        : cfn.String(text.Replace("${!", "${"));

    private static SynthesizedResource Parameter(Family family, string part, string description, CfnValue value, Cfn cfn) => new(family.Id(part), "AWS::SSM::Parameter", cfn.Map(
        ("Description", cfn.String($"{description} for {family.Name}")),
        ("Type", cfn.String("String")),
        ("Tier", cfn.String("Intelligent-Tiering")),
        ("Value", value)), Home.Of(family), cfn.Origin);

    private static CfnValue Arn(SynthesizedResource parameter, Cfn cfn) =>
        cfn.Sub("arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/${Name}", ("Name", cfn.Ref(parameter.LogicalId)));

    // The group is that of the whole cluster, where CloudWatch's own dashboards look for it.
    private static GrantStatement GrantMetrics(Family family, CfnValue? cluster, Cfn cfn) => new(
        family, "monitoring", "WriteScrapedMetrics", ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
        [cfn.Sub("arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/ecs/containerinsights/${ClusterName}/prometheus:*", ("ClusterName", NameOf(cluster)))], cfn.Origin);

    private static CfnValue? NameOf(CfnValue? cluster) =>
        cluster is CfnString arn && arn.Value.LastIndexOf('/') is > 0 and var slash ? arn with { Value = arn.Value.Substring(slash + 1) } : cluster;

    private static CfnString? Image(Family family, IReadOnlyList<MonitoringSettings> settings, DiagnosticBag diagnostics)
    {
        var given = settings.Select(setting => setting.Image is { } image ? new CfnString(image.Value, image.Origin) : setting is { UsesLatest: true, Emf: { } at } ? new CfnString(Repository + ":latest", at) : null)
            .OfType<CfnString>().ToList();
        foreach (var other in given.Skip(1).Where(other => other.Value != given[0].Value))
        {
            diagnostics.Add(MonitoringDiagnostics.SaidTwice("OverrideImage", family.Name, given[0].Origin, other.Origin));
        }

        return given.FirstOrDefault();
    }

    // A task keeps what it read when it started. The label makes a task of another configuration another task, so that it is rolled out.
    private static AddContainer Container(Family family, CfnString image, IReadOnlyList<(string Variable, SynthesizedResource Parameter)> parameters, string hash, Cfn cfn) => new(family, cfn.Map(
        ("Name", cfn.String(Name)),
        ("Image", image),
        ("Essential", cfn.Boolean(false)),
        ("Cpu", cfn.Number(102)),
        ("Memory", cfn.Number(256)),
        ("Secrets", cfn.List(parameters.Select(parameter => cfn.Map(("Name", cfn.String(parameter.Variable)), ("ValueFrom", Arn(parameter.Parameter, cfn)))))),
        ("DockerLabels", cfn.Map(("configuration.hash", cfn.String(hash))))), cfn.Origin);
}
