using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Modules.Logging.Drivers;
using ComposeX.Modules.Logging.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Logging.FireLens;

/// <summary>A service whose logs go through the router: its own output, which ECS hands to the router, and those written into the router's configuration.</summary>
/// <param name="Managed">The outputs under <c>ComposeXManagedAwsDestinations</c>.</param>
internal sealed record RoutedLogs(ServiceLogging Logging, IReadOnlyList<Contribution> Contributions, IReadOnlyList<Destination> Managed)
{
    // Options that ECS reads itself; the others are the output's.
    private static readonly string[] OfEcs = ["exclude-pattern", "include-pattern", "log-driver-buffer-limit"];

    private static readonly string[] LooksSecret = ["apikey", "api_key", "api-key", "http_passwd", "license_key", "licensekey", "passwd", "password", "sharedkey", "shared_key", "splunk_token", "token"];

    private static readonly IReadOnlyDictionary<string, string> InFluentBit = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["awslogs-group"] = "log_group_name",
        ["awslogs-stream-prefix"] = "log_stream_prefix",
        ["awslogs-endpoint"] = "endpoint",
        ["awslogs-region"] = "region",
        ["awslogs-create-group"] = "auto_create_group",
    };

    public FireLensSettings Settings => Logging.FireLens ?? new FireLensSettings(Logging.Origin);

    public static RoutedLogs Of(Family family, ServiceLogging logging, DiagnosticBag diagnostics)
    {
        var service = logging.Service.Name;
        var settings = logging.FireLens ?? new FireLensSettings(logging.Origin);
        var completer = new DestinationCompleter(family, service, logging.Origin, diagnostics);
        var options = OptionsOf(logging, diagnostics);
        var written = new Destination([.. options.Where(option => Array.IndexOf(OfEcs, option.Name) < 0)]);
        var complete = written.Options.Count == 0 && settings.Destinations.Count + (settings.SourceFile is null ? 0 : 1) > 0 ? written : completer.Complete(written) ?? written;
        foreach (var option in written.Options.Where(IsWrittenSecret))
        {
            diagnostics.Add(LoggingDiagnostics.PerhapsASecret(option.Name, option.Value.Origin));
        }

        var managed = settings.Destinations.Select(item => ReadManaged(item, service, completer, diagnostics)).OfType<(Destination Written, Destination Complete)>().ToList();
        return new(
            logging,
            [
                .. DriverOptions.Configure(family, logging.Service, "awsfirelens", complete.Options.Concat(EcsOptions(options, settings)).Select(option => (option.Name, option.Value)), logging.Origin),
                .. DestinationGrants.Of(family, service, written, complete, diagnostics),
                .. managed.SelectMany(destination => DestinationGrants.Of(family, service, destination.Written, destination.Complete, diagnostics)),
            ],
            [.. managed.Select(destination => destination.Complete)]);
    }

    private static IEnumerable<DestinationOption> EcsOptions(IEnumerable<DestinationOption> options, FireLensSettings settings)
    {
        var given = options.Where(option => Array.IndexOf(OfEcs, option.Name) >= 0).ToList();
        return settings.BufferLimit is { } limit && !given.Any(option => option.Name == "log-driver-buffer-limit")
            ? [.. given, new("log-driver-buffer-limit", new CfnString(FormattableString.Invariant($"{limit.Value}"), limit.Origin))]
            : given;
    }

    private static IReadOnlyList<DestinationOption> OptionsOf(ServiceLogging logging, DiagnosticBag diagnostics)
    {
        if (logging.Driver == LogDriver.FireLens)
        {
            return [.. logging.Options.Select(option => new DestinationOption(option.Name, DriverOptions.Value(option)))];
        }

        foreach (var lost in logging.Options.Where(option => !InFluentBit.ContainsKey(option.Name)))
        {
            diagnostics.Add(FireLensDiagnostics.OptionLost(lost.Name, lost.NameOrigin));
        }

        return
        [
            new("Name", new CfnString(AwsOutput.CloudWatch.Plugins[0], logging.Origin)),
            .. logging.Options.Where(option => InFluentBit.ContainsKey(option.Name)).Select(option => new DestinationOption(InFluentBit[option.Name], DriverOptions.Value(option))),
        ];
    }

    private static (Destination Written, Destination Complete)? ReadManaged(YamlMapping item, string service, DestinationCompleter completer, DiagnosticBag diagnostics)
    {
        foreach (var entry in item.Entries.Where(entry => entry.Value is not YamlScalar))
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(entry.Name, "a string", entry.Value.Location));
        }

        var written = new Destination([.. item.Entries.Select(entry => (entry, text: entry.Value as YamlScalar)).Where(pair => pair.text is not null)
            .Select(pair => new DestinationOption(pair.entry.Name, PropertiesReader.ReadText(pair.text!.Text, pair.text.Location)))]);
        foreach (var option in written.Options.Where(option => option.Value is CfnString text && text.Value.IndexOfAny(['\n', '\r']) >= 0))
        {
            diagnostics.Add(LoggingDiagnostics.BadOption(option.Name, ((CfnString)option.Value).Value, "one line", option.Value.Origin));
        }

        if (!AwsOutput.All.Any(output => written[output.Target] is not null))
        {
            diagnostics.Add(FireLensDiagnostics.NoDestination(service, item.Location));
            return null;
        }

        return completer.Complete(written) is { } complete ? (written, complete) : null;
    }

    private static bool IsWrittenSecret(DestinationOption option) =>
        option.Value is CfnString text && !DriverOptions.IsSecretArn(text.Value) && LooksSecret.Contains(option.Name, StringComparer.OrdinalIgnoreCase);
}
