using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Modules.Logging.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Logging.FireLens;

/// <summary>What a family's services say of the one router that they share. Two that differ are reported.</summary>
internal sealed record RouterSettings(Located<string>? Type, Located<string>? Image, IReadOnlyList<ComposeVariable> Options, IReadOnlyList<CfnMember> Variables)
{
    public bool IsFluentd => Type is { Value: "fluentd" };

    /// <summary>A configuration of the user's own inside the image.</summary>
    public string? File => Options.FirstOrDefault(option => option.Name == "config-file-value")?.Value;

    public static RouterSettings Of(Family family, IReadOnlyList<RoutedLogs> logs, DiagnosticBag diagnostics)
    {
        var settings = logs.Select(log => log.Settings).ToList();
        var router = new RouterSettings(
            Once("Type", settings.Select(setting => setting.RouterType)),
            Once("DockerImageOverride", settings.Select(setting => setting.Image)),
            [.. settings.SelectMany(setting => setting.RouterOptions).GroupBy(option => option.Name, StringComparer.Ordinal).Select(group => First(group.Key, group, option => option.Value ?? "", option => option.ValueOrigin))],
            [.. settings.SelectMany(setting => setting.Variables).GroupBy(variable => variable.Name, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => First(group.Key, group, variable => variable.Value, variable => variable.NameOrigin))]);
        if (router is { IsFluentd: true, Type: { } type })
        {
            CheckFluentd(router, settings, type.Origin, diagnostics);
        }

        return router;

        Located<string>? Once(string key, IEnumerable<Located<string>?> given)
        {
            var all = given.OfType<Located<string>>().ToList();
            return all.Count == 0 ? null : First(key, all, text => text.Value, text => text.Origin);
        }

        T First<T>(string key, IEnumerable<T> given, Func<T, object> value, Func<T, Location> origin)
        {
            var all = given.ToList();
            foreach (var other in all.Skip(1).Where(other => !Same(value(all[0]), value(other))))
            {
                diagnostics.Add(FireLensDiagnostics.SaidTwice(key, family.Name, origin(all[0]), origin(other)));
            }

            return all[0];
        }
    }

    public CfnString? Option(string name) => Options.FirstOrDefault(option => option.Name == name) is { } option ? new CfnString(option.Value ?? "", option.ValueOrigin) : null;

    private static bool Same(object one, object other) => one is CfnValue value && other is CfnValue second ? CfnValueComparer.Default.Equals(value, second) : Equals(one, other);

    private static void CheckFluentd(RouterSettings router, IEnumerable<FireLensSettings> settings, Location origin, DiagnosticBag diagnostics)
    {
        if (router.Image is null)
        {
            diagnostics.Add(FireLensDiagnostics.FluentdIsTheUsers("there is no \"DockerImageOverride\"", origin));
        }

        foreach (var setting in settings.Where(setting => setting.NeedsConfiguration))
        {
            diagnostics.Add(FireLensDiagnostics.FluentdIsTheUsers("configuration is written for fluentbit only", setting.Origin));
        }
    }
}
