using System;
using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Compose.EnvFiles;

/// <summary>Reads an <c>env_file</c> of format <c>raw</c>, as <c>docker run --env-file</c> does: no quotes, no variables, no comments behind a value.</summary>
internal static class RawEnvFileReader
{
    public static void Read(SourceFile file, Func<string, string?> lookup, IDictionary<string, EnvValue> values, DiagnosticBag diagnostics)
    {
        var lines = file.Text.TrimStart('\uFEFF').Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r').TrimStart();
            if (line.Length > 0 && line[0] != '#')
            {
                Line(line, new Location(file.Path, i + 1, 1, i + 1, lines[i].TrimEnd('\r').Length + 1), lookup, values, diagnostics);
            }
        }
    }

    private static void Line(string line, Location at, Func<string, string?> lookup, IDictionary<string, EnvValue> values, DiagnosticBag diagnostics)
    {
        var equals = line.IndexOf('=');
        var name = equals < 0 ? line : line.Substring(0, equals);
        if (name.Length == 0 || name.IndexOfAny([' ', '\t']) >= 0)
        {
            diagnostics.Add(EnvFileDiagnostics.BadRawLine(at, line));
        }
        else if (equals >= 0)
        {
            values[name] = new EnvValue(line.Substring(equals + 1), at);
        }
        else if (lookup(name) is { } value)
        {
            values[name] = new EnvValue(value, at);
        }
    }
}
