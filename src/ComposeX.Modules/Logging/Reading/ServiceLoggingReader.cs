using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Logging.Reading;

/// <summary>Reads what a service says of its logs.</summary>
internal static class ServiceLoggingReader
{
    private static readonly string[] HostDrivers = ["etwlogs", "fluentd", "gcplogs", "gelf", "journald", "syslog"];

    private static readonly string[] LocalDrivers = ["json-file", "local"];

    private static readonly string[] Drivers = ["awsfirelens", "awslogs", "none", "splunk"];

    private static readonly Regex Key = new(@"^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key/[A-Za-z0-9-]+$", RegexOptions.CultureInvariant);

    public static ServiceLogging Read(ComposeService service, Family family, DiagnosticBag diagnostics)
    {
        var node = Extension(service, "x-logging");
        var mapping = node as YamlMapping;
        if (node is not null and not YamlMapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("x-logging", "a mapping with RetentionInDays, KmsKeyId or FireLens", node.Location));
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        var logging = ReadDriver(service, FireLensReader.Read(reader.Mapping("FireLens"), diagnostics), family.Platform() != ComputePlatform.Fargate, diagnostics) with
        {
            Retention = [.. new[] { reader.Node("RetentionInDays"), Extension(service, "x-aws-logs_retention") }.OfType<YamlNode>().Select(days => LogRetention.Read(days, diagnostics)).OfType<Located<int>>()],
            KmsKey = ReadKey(reader.Text("KmsKeyId"), diagnostics),
        };
        reader.RejectOthers();
        return logging;
    }

    private static YamlNode? Extension(ComposeService service, string key) =>
        service.Extensions.FirstOrDefault(extension => string.Equals(extension.Name, key, StringComparison.Ordinal)) is { } entry && !ScalarResolver.IsNull(entry.Value) ? entry.Value : null;

    private static ServiceLogging ReadDriver(ComposeService service, FireLensSettings? fireLens, bool isOnInstances, DiagnosticBag diagnostics)
    {
        var given = service.Logging?.Driver;
        var options = service.Logging?.Options ?? [];
        var origin = given?.Origin ?? service.Logging?.Origin ?? service.Origin;
        var name = given?.Value ?? (fireLens is { IsAdvanced: true } ? "awsfirelens" : options.Count == 0 || options.Any(IsAwsLogs) ? "awslogs" : "json-file");
        switch (name)
        {
            case "awslogs":
                return Of(LogDriver.AwsLogs, options);
            case "awsfirelens":
                return Of(LogDriver.FireLens, options);
            case "splunk":
                return Of(LogDriver.Splunk, options);
            case "none":
                return Of(LogDriver.None, []);
        }

        if (isOnInstances && LocalDrivers.Concat(HostDrivers).Contains(name, StringComparer.Ordinal))
        {
            return Of(LogDriver.Host, options);
        }

        diagnostics.Add(Array.IndexOf(LocalDrivers, name) >= 0 ? LoggingDiagnostics.LocalDriver(name, service.Name, origin)
            : Array.IndexOf(HostDrivers, name) >= 0 ? LoggingDiagnostics.HostDriver(name, origin)
            : LoggingDiagnostics.UnknownDriver(name, [.. Drivers, .. LocalDrivers, .. HostDrivers], origin));
        return Of(LogDriver.AwsLogs, []) with { DriverName = new("awslogs", origin) };

        ServiceLogging Of(LogDriver driver, IReadOnlyList<ComposeVariable> with)
        {
            if (fireLens is not null && driver is not LogDriver.FireLens && !(driver == LogDriver.AwsLogs && fireLens.ReplaceAwsLogs))
            {
                diagnostics.Add(FireLensDiagnostics.NotRouted(service.Name, name, fireLens.Origin));
            }

            return new(service, driver, new(name, origin), with) { FireLens = fireLens };
        }
    }

    private static bool IsAwsLogs(ComposeVariable option) => option.Name.StartsWith("awslogs-", StringComparison.Ordinal) || option.Name is "max-buffer-size" or "mode";

    // CloudWatch Logs takes a key by its ARN only: neither its id nor an alias.
    private static CfnValue? ReadKey(Located<string>? text, DiagnosticBag diagnostics)
    {
        if (text is not { } key)
        {
            return null;
        }

        if (PropertiesReader.ReadReference(key.Value, key.Origin) is { } reference)
        {
            return reference with { Attribute = reference.Attribute ?? "Arn" };
        }

        if (!Key.IsMatch(key.Value))
        {
            diagnostics.Add(LoggingDiagnostics.BadKey(key.Value, key.Origin));
        }

        return new CfnString(key.Value, key.Origin);
    }
}
