using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Reading;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Logging.Reading;

/// <summary>Reads <c>x-logging.FireLens</c>.</summary>
internal static class FireLensReader
{
    private static readonly string[] RouterOptions = ["config-file-type", "config-file-value", "enable-ecs-log-metadata"];

    public static FireLensSettings? Read(YamlMapping? mapping, DiagnosticBag diagnostics)
    {
        if (mapping is null)
        {
            return null;
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        var shorthands = reader.Mapping("Shorthands");
        var advanced = reader.Mapping("Advanced");
        reader.RejectOthers();
        if (shorthands is not null && advanced is not null)
        {
            diagnostics.Add(FireLensDiagnostics.ShorthandsAndAdvanced(mapping.Location));
        }

        return advanced is not null ? ReadAdvanced(advanced, mapping.Location, diagnostics) : ReadShorthands(shorthands, mapping.Location, diagnostics);
    }

    private static FireLensSettings ReadShorthands(YamlMapping? mapping, Location origin, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(mapping, diagnostics);
        var settings = ReadRouter(new FireLensSettings(origin) { ReplaceAwsLogs = reader.Boolean("ReplaceAwsLogs") is { Value: true } }, reader, diagnostics);
        reader.RejectOthers();
        return settings;
    }

    private static FireLensSettings ReadAdvanced(YamlMapping mapping, Location origin, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(mapping, diagnostics);
        var settings = new FireLensSettings(origin)
        {
            IsAdvanced = true,
            SourceFile = reader.Text("SourceFile"),
            ParserFiles = reader.Texts("ParserFiles"),
            Variables = [.. (reader.Mapping("EnvironmentVariables")?.Entries ?? []).Select(entry => new CfnMember(entry.Name, CfnValueReader.Read(entry.Value), entry.Key.Location))],
            Destinations = ReadDestinations(reader, diagnostics),
            ApiHealthCheck = reader.Boolean("EnableApiHealthCheck", "EnableApiHeathCheck"),
            GracePeriod = InRange("GracePeriod", reader.Integer("GracePeriod"), 5, 120, diagnostics),
            BufferLimit = InRange("LogDriverBufferLimit", reader.Integer("LogDriverBufferLimit"), 32 * 1024 * 1024, 512 * 1024 * 1024, diagnostics),
            Cpu = ReadCpu(reader.Text("SidecarCpuReservation"), diagnostics),
            Image = reader.Text("DockerImageOverride"),
        };
        settings = ReadRouter(settings, reader, diagnostics);
        reader.RejectOthers();
        return settings;
    }

    private static FireLensSettings ReadRouter(FireLensSettings settings, MappingReader parent, DiagnosticBag diagnostics)
    {
        if (parent.Mapping("FirelensConfiguration") is not { } mapping)
        {
            return settings;
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        var type = reader.Text("Type");
        if (type is { Value: not ("fluentbit" or "fluentd") } other)
        {
            diagnostics.Add(LoggingDiagnostics.BadOption("Type", other.Value, "fluentbit or fluentd", other.Origin));
        }

        var options = MappingReader.Of(reader.Mapping("Options"), diagnostics);
        var given = RouterOptions.Select(name => (name, text: options.Text(name))).Where(option => option.text is not null)
            .Select(option => new ComposeVariable(option.name, option.text!.Value.Value, option.text.Value.Origin, option.text.Value.Origin)).ToList();
        options.RejectOthers();
        reader.RejectOthers();
        foreach (var option in given.Where(option => option.Name == "config-file-type" && option.Value != "file"))
        {
            // S3 would need permissions for the bucket as well.
            diagnostics.Add(LoggingDiagnostics.BadOption(option.Name, option.Value ?? "", "\"file\", the only one that Fargate takes", option.ValueOrigin));
        }

        return settings with { RouterType = type, RouterOptions = given };
    }

    private static IReadOnlyList<YamlMapping> ReadDestinations(MappingReader reader, DiagnosticBag diagnostics)
    {
        var items = reader.Sequence("ComposeXManagedAwsDestinations")?.Items ?? [];
        foreach (var item in items.Where(item => item is not YamlMapping))
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("ComposeXManagedAwsDestinations", "a list of mappings, each with delivery_stream, log_group_name or stream", item.Location));
        }

        return [.. items.OfType<YamlMapping>()];
    }

    private static Located<long>? InRange(string key, Located<long>? number, long least, long most, DiagnosticBag diagnostics)
    {
        if (number is { } given && (given.Value < least || given.Value > most))
        {
            diagnostics.Add(LoggingDiagnostics.BadOption(key, given.Value.ToString(CultureInfo.InvariantCulture), FormattableString.Invariant($"from {least} to {most}"), given.Origin));
        }

        return number;
    }

    private static Located<decimal>? ReadCpu(Located<string>? text, DiagnosticBag diagnostics)
    {
        if (text is not { } given)
        {
            return null;
        }

        if (decimal.TryParse(given.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var cpu) && cpu is >= 0.1m and <= 16m)
        {
            return new(cpu, given.Origin);
        }

        diagnostics.Add(LoggingDiagnostics.BadOption("SidecarCpuReservation", given.Value, "a number of CPUs from 0.1 to 16", given.Origin));
        return null;
    }
}
