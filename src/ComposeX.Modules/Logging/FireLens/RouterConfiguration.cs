using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Modules.Logging.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Logging.FireLens;

/// <summary>The files that the router's configuration consists of. ECS includes the first into what it writes itself, ahead of the outputs of <c>logging.options</c>.</summary>
/// <param name="Files">Names below <see cref="Folder"/>, and their texts.</param>
internal sealed record RouterConfiguration(IReadOnlyList<(string Name, CfnValue Text)> Files)
{
    /// <summary>Where the volume is in both containers.</summary>
    public const string Folder = "/compose_x_rendered";

    /// <summary>The file that ECS is pointed at.</summary>
    public const string Main = "firelens.conf";

    private const int DefaultGracePeriod = 30;

    // A task definition has 64 KiB, and the containers need some of it.
    private const int MostCharacters = 48 * 1024;

    /// <summary>Writes the configuration of a family's router; missing files are reported.</summary>
    public static RouterConfiguration Write(Family family, IReadOnlyList<RoutedLogs> logs, string? included, ProjectFiles? files, Location origin, DiagnosticBag diagnostics)
    {
        var parsers = logs.SelectMany(log => log.Settings.ParserFiles).GroupBy(file => file.Value, StringComparer.Ordinal).Select(group => group.First())
            .Select((path, index) => (path, text: files?.Read(path.Value)?.Text, name: FormattableString.Invariant($"parsers-{index + 1}.conf"))).ToList();
        foreach (var missing in parsers.Where(parser => parser.text is null && !ProjectFiles.IsAbsolute(parser.path.Value)))
        {
            diagnostics.Add(FireLensDiagnostics.NoParserFile(missing.path.Value, missing.path.Origin));
        }

        var text = new ConfigurationText(origin);
        text.Section("SERVICE",
        [
            ("Flush", "1"),
            ("Grace", FormattableString.Invariant($"{logs.Max(log => log.Settings.GracePeriod?.Value) ?? DefaultGracePeriod}")),
            ("HTTP_Server", "On"),
            ("HTTP_Listen", "127.0.0.1"),
            ("HTTP_Port", "2020"),
            .. logs.Any(log => log.Settings.ApiHealthCheck is { Value: true })
                ? [("Health_Check", "On"), ("HC_Errors_Count", "5"), ("HC_Retry_Failure_Count", "5"), ("HC_Period", "5")]
                : ((string, string)[])[],
            .. parsers.Select(parser => ("Parsers_File", parser.text is null ? parser.path.Value : $"{Folder}/{parser.name}")),
        ]);
        if (included is not null)
        {
            text.Add($"@INCLUDE {included}\n");
        }

        foreach (var source in logs.Select(log => log.Settings.SourceFile).Where(source => source is not null).Select(source => source!.Value).GroupBy(source => source.Value, StringComparer.Ordinal).Select(group => group.First()))
        {
            if (files?.Read(source.Value) is not { } file)
            {
                diagnostics.Add(FireLensDiagnostics.NoSourceFile(source.Value, source.Origin));
                continue;
            }

            text.Add("\n" + Unix(file.Text));
        }

        foreach (var (log, output) in logs.SelectMany(log => log.Managed.Select(output => (log, output))))
        {
            text.Output($"{log.Logging.Service.Name}-firelens*", output);
        }

        var configuration = new RouterConfiguration([(Main, text.Value), .. parsers.Where(parser => parser.text is not null).Select(parser => (parser.name, (CfnValue)new CfnString(Unix(parser.text!), parser.path.Origin)))]);
        if (text.Length + parsers.Sum(parser => parser.text?.Length ?? 0) > MostCharacters)
        {
            diagnostics.Add(FireLensDiagnostics.TooLarge(family.Name, origin));
        }

        return configuration;
    }

    private static string Unix(string text) => text.Replace("\r\n", "\n").TrimEnd('\n') + "\n";

    /// <summary>Text in which references may stand.</summary>
    private sealed class ConfigurationText(Location origin)
    {
        private readonly List<CfnValue> _parts = [];
        private readonly StringBuilder _text = new();

        public int Length { get; private set; }

        /// <summary>All that was added: a text, or one that CloudFormation joins.</summary>
        public CfnValue Value
        {
            get
            {
                Close();
                return _parts is [CfnString only] ? only : new Cfn(origin).Join("", _parts);
            }
        }

        public void Add(string text)
        {
            _text.Append(text);
            Length += text.Length;
        }

        public void Section(string name, IEnumerable<(string Name, string Value)> members)
        {
            Add($"[{name}]\n");
            foreach (var (key, value) in members)
            {
                Add($"    {key} {value}\n");
            }
        }

        public void Output(string match, Destination output)
        {
            Add("\n[OUTPUT]\n");
            foreach (var option in output.Options)
            {
                Add($"    {option.Name} ");
                Add(option.Value);
                Add(option == output.Options[0] ? $"\n    Match {match}\n" : "\n");
            }
        }

        private void Add(CfnValue value)
        {
            if (value is CfnString text)
            {
                Add(text.Value);
                return;
            }

            Close();
            _parts.Add(value);
        }

        private void Close()
        {
            if (_text.Length > 0)
            {
                _parts.Add(new CfnString(_text.ToString(), origin));
                _text.Clear();
            }
        }
    }
}
