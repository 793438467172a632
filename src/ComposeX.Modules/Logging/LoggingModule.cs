using System.Collections.Generic;
using System.Linq;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Modules.Logging.Drivers;
using ComposeX.Modules.Logging.FireLens;
using ComposeX.Modules.Logging.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Logging;

/// <summary>Where the logs of a family's containers go: by default to one log group in CloudWatch Logs, otherwise where <c>logging</c> and <c>x-logging</c> say.</summary>
public sealed class LoggingModule : ServiceModule
{
    public override IReadOnlyList<string> Keys { get; } = ["x-logging", "x-aws-logs_retention"];

    public override IReadOnlyList<string> Attributes { get; } = ["logging"];

    public override Synthesized Synthesize(Family family, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var services = family.Services.Select(service => ServiceLoggingReader.Read(service, family, diagnostics)).ToList();
        var routed = services.Where(service => service.IsRouted).Select(service => RoutedLogs.Of(family, service, diagnostics)).ToList();
        IReadOnlyList<Contribution> contributions =
        [
            .. services.Where(service => !service.IsRouted).SelectMany(service => Configure(family, service, diagnostics)),
            .. routed.SelectMany(logs => logs.Contributions),
            .. routed.Count == 0 ? [] : LogRouter.Of(family, routed, surroundings.Files, diagnostics),
        ];
        return Synthesized.Join([FamilyLogGroup.Of(family, services, diagnostics), new Synthesized { Contributions = [.. BucketKeys.With(contributions, surroundings)] }]);
    }

    private static IEnumerable<Contribution> Configure(Family family, ServiceLogging logging, DiagnosticBag diagnostics) => logging.Driver switch
    {
        LogDriver.AwsLogs => AwsLogsDriver.Of(family, logging, diagnostics),
        LogDriver.Splunk => SplunkDriver.Of(family, logging, diagnostics),
        LogDriver.Host => DriverOptions.Configure(family, logging.Service, logging.DriverName.Value, logging.Options.Select(option => (option.Name, DriverOptions.Value(option))), logging.Origin),
        _ => [],
    };
}
