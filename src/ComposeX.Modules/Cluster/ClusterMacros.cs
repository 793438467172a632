using System;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Cluster;

/// <summary>The shortcuts under <c>MacroParameters</c>. A null member means that the user did not say.</summary>
internal sealed record ClusterMacros
{
    private const int DefaultRetention = 120;

    private static readonly string[] InsightsLevels = ["enabled", "enhanced", "disabled"];

    public Located<bool>? LogGroup { get; init; }

    public Located<bool>? Bucket { get; init; }

    public Located<bool>? Key { get; init; }

    public Located<bool>? KeyReuse { get; init; }

    public long RetentionInDays { get; init; } = DefaultRetention;

    public Located<string>? ContainerInsights { get; init; }

    public static ClusterMacros Read(YamlMapping? node, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(node, diagnostics);
        var macros = new ClusterMacros
        {
            LogGroup = reader.Boolean("CreateExecLoggingLogGroup"),
            Bucket = reader.Boolean("CreateExecLoggingBucket"),
            Key = reader.Boolean("CreateExecLoggingKmsKey"),
            KeyReuse = reader.Boolean("AllowKmsKeyReuse"),
            RetentionInDays = Retention(reader.Integer("LogGroupRetentionInDays"), diagnostics),
            ContainerInsights = Insights(reader.Text("ContainerInsights"), diagnostics),
        };
        reader.RejectOthers("MacroParameters of x-cluster");
        if (macros is { KeyReuse: { Value: true } reuse, Key: not { Value: true } })
        {
            diagnostics.Add(ClusterDiagnostics.ReuseWithoutKey(reuse.Origin));
        }

        return macros;
    }

    /// <summary>Reports what the macro parameters and the properties both decide.</summary>
    public void CheckBeside(CfnMap properties, DiagnosticBag diagnostics)
    {
        if (ClusterProperties.OwnExecuteCommand(properties) is not null
            && new[] { LogGroup, Bucket, Key }.FirstOrDefault(flag => flag is { Value: true }) is { } asked)
        {
            diagnostics.Add(ClusterDiagnostics.SaidTwice("Properties.Configuration.ExecuteCommandConfiguration", "what execute-command logs", asked.Origin));
        }

        if (ContainerInsights is { } insights && ClusterProperties.SetsInsights(properties))
        {
            diagnostics.Add(ClusterDiagnostics.SaidTwice("Properties.ClusterSettings", "what Container Insights collects", insights.Origin));
        }
    }

    // Up, not to the nearest: logs that someone wanted to keep for so long are kept for so long.
    private static long Retention(Located<long>? days, DiagnosticBag diagnostics)
    {
        if (days is not { } asked || LogRetentions.AtLeast(asked.Value) == asked.Value)
        {
            return days?.Value ?? DefaultRetention;
        }

        if (asked.Value < 1)
        {
            diagnostics.Add(ClusterDiagnostics.NoRetention(asked.Value.ToString(CultureInfo.InvariantCulture), asked.Origin));
            return DefaultRetention;
        }

        var used = LogRetentions.AtLeast(asked.Value) ?? LogRetentions.Longest;
        diagnostics.Add(ClusterDiagnostics.RetentionRounded(asked.Value, used, asked.Origin));
        return used;
    }

    private static Located<string>? Insights(Located<string>? level, DiagnosticBag diagnostics)
    {
        if (level is { } given && Array.IndexOf(InsightsLevels, given.Value) < 0)
        {
            diagnostics.Add(ClusterDiagnostics.UnknownInsights(given.Value, InsightsLevels, given.Origin));
            return null;
        }

        return level;
    }
}
