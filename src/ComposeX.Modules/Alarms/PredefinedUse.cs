using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Alarms;

/// <summary>A predefined alarm that a service asks for, with its settings and whom it notifies.</summary>
internal sealed record PredefinedUse(PredefinedAlarm Alarm, Location Origin)
{
    private const string Periods = "10, 20, 30, or a multiple of 60 seconds";

    public Located<long>? Utilization { get; init; }

    public Located<long>? RunningTaskCount { get; init; }

    public Located<long>? DatapointsToAlarm { get; init; }

    public Located<long>? EvaluationPeriods { get; init; }

    public Located<long>? Period { get; init; }

    public IReadOnlyList<TopicUse> Topics { get; init; } = [];

    /// <summary>What the services of a family ask for, each alarm once: later settings win, all topics are notified.</summary>
    public static IReadOnlyList<PredefinedUse> ReadAll(IEnumerable<ComposeService> services, DiagnosticBag diagnostics) =>
    [
        .. services.SelectMany(service => service.Extensions.Where(extension => extension.Name == "x-alarms"))
            .SelectMany(extension => ReadExtension(extension, diagnostics))
            .GroupBy(use => use.Alarm.Name, StringComparer.Ordinal)
            .Select(uses => uses.Aggregate((first, then) => then with
            {
                Origin = first.Origin,
                Utilization = then.Utilization ?? first.Utilization,
                RunningTaskCount = then.RunningTaskCount ?? first.RunningTaskCount,
                DatapointsToAlarm = then.DatapointsToAlarm ?? first.DatapointsToAlarm,
                EvaluationPeriods = then.EvaluationPeriods ?? first.EvaluationPeriods,
                Period = then.Period ?? first.Period,
                Topics = [.. first.Topics, .. then.Topics],
            })),
    ];

    private static IEnumerable<PredefinedUse> ReadExtension(YamlEntry extension, DiagnosticBag diagnostics)
    {
        if (extension.Value is not YamlMapping mapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(extension.Name, "a mapping with Predefined", extension.Value.Location));
            return [];
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        var predefined = reader.Mapping("Predefined");
        reader.RejectOthers();
        return [.. (predefined?.Entries ?? []).Select(entry => Read(entry, diagnostics)).OfType<PredefinedUse>()];
    }

    private static PredefinedUse? Read(YamlEntry entry, DiagnosticBag diagnostics)
    {
        if (PredefinedAlarm.All.FirstOrDefault(known => string.Equals(known.Name, entry.Name, StringComparison.Ordinal)) is not { } alarm)
        {
            diagnostics.Add(AlarmsDiagnostics.UnknownPredefined(entry.Name, PredefinedAlarm.Names, entry.Key.Location));
            return null;
        }

        if (!ScalarResolver.IsNull(entry.Value) && entry.Value is not YamlMapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(entry.Name, "a mapping with Settings and Topics", entry.Value.Location));
        }

        var reader = MappingReader.Of(entry.Value as YamlMapping, diagnostics);
        var settings = MappingReader.Of(reader.Mapping("Settings"), diagnostics);
        var use = new PredefinedUse(alarm, entry.Key.Location)
        {
            Utilization = Positive(settings, alarm.Setting, diagnostics),
            RunningTaskCount = Positive(settings, "RunningTaskCount", diagnostics),
            DatapointsToAlarm = Positive(settings, "DatapointsToAlarm", diagnostics),
            EvaluationPeriods = Positive(settings, "EvaluationPeriods", diagnostics),
            Period = Positive(settings, "Period", diagnostics),
            Topics = TopicReader.Read(reader.Node("Topics"), diagnostics),
        };
        settings.RejectOthers($"The settings of {alarm.Name}");
        reader.RejectOthers();
        if (use.Period is { } period && period.Value is not (10 or 20 or 30) && period.Value % 60 != 0)
        {
            diagnostics.Add(AlarmsDiagnostics.BadSetting("Period", period.Value.ToString(CultureInfo.InvariantCulture), Periods, period.Origin));
        }

        return use;
    }

    private static Located<long>? Positive(MappingReader settings, string key, DiagnosticBag diagnostics)
    {
        if (settings.Integer(key) is not { } number)
        {
            return null;
        }

        if (number.Value < 1)
        {
            diagnostics.Add(AlarmsDiagnostics.BadSetting(key, number.Value.ToString(CultureInfo.InvariantCulture), "a whole number from 1 up", number.Origin));
        }

        return number;
    }
}
