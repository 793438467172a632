using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;
using ComposeX.Modules.Logging.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Logging.Drivers;

/// <summary>The driver <c>splunk</c>. Its token must come from where secrets are kept.</summary>
internal static class SplunkDriver
{
    // https://docs.docker.com/engine/logging/drivers/splunk/
    private static readonly string[] Known =
    [
        "env", "env-regex", "labels", "labels-regex", "splunk-caname", "splunk-capath", "splunk-format", "splunk-gzip", "splunk-gzip-level", "splunk-index",
        "splunk-insecureskipverify", "splunk-source", "splunk-sourcetype", "splunk-token", "splunk-url", "splunk-verify-connection", "tag",
    ];

    private static readonly string[] Needed = ["splunk-token", "splunk-url"];

    public static IEnumerable<Contribution> Of(Family family, ServiceLogging logging, DiagnosticBag diagnostics)
    {
        foreach (var option in logging.Options.Where(option => Array.IndexOf(Known, option.Name) < 0))
        {
            diagnostics.Add(LoggingDiagnostics.UnknownOption(option.Name, "splunk", Known, option.NameOrigin));
        }

        foreach (var missing in Needed.Where(name => logging.Option(name) is null))
        {
            diagnostics.Add(LoggingDiagnostics.MissingOption(missing, "splunk", logging.Origin));
        }

        if (logging.Option("splunk-token") is { } token && !DriverOptions.IsSecretArn(token.Value))
        {
            diagnostics.Add(LoggingDiagnostics.SecretWrittenOut(token.Name, token.ValueOrigin));
        }

        return DriverOptions.Configure(family, logging.Service, "splunk", logging.Options.Select(option => (option.Name, DriverOptions.Value(option))), logging.Origin);
    }
}
