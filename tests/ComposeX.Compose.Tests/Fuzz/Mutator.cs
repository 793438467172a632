using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ComposeX.Compose.Tests.Fuzz;

/// <summary>Breaks texts in ways that people, editors and attackers do; the same seed breaks them the same way.</summary>
internal sealed class Mutator(int seed)
{
    private static readonly string[] _tokens =
    [
        ":", " ", "\n", "  ", "- ", "[", "]", "{", "}", "&a ", "*a", "<<: *a\n", "!reset ", "!override ", "!!str ", "!!binary ", "!<x> ", "|\n", ">-\n", "'", "\"", "#", "%YAML 1.1\n---\n", "---\n", "...\n",
        "${A}", "${A:-", "${", "$$", "$A", "${A:?m}", "~", "null", "true", "yes", "0x1F", "010", "1e400", ".inf", ".nan", "2001-12-14", "-1", "99999999999999999999", "? ", "\t", "\r\n", "\u0000", "\uFEFF", "\uD800", "é", "x-a: ",
        "services:", "ports:", "8080-8090:80", "1-65535", "::1:80:80", "volumes:", "a:b:c:d", "environment:", "extends: web", "extends: {file: compose.yaml, service: web}", "include: [compose.yaml]", "depends_on: [web]", "networks:", "deploy:",
        "command: 'a", "env_file: .env", "profiles: [p]", "mem_limit: 1g", "healthcheck: {test: [X], interval: 1d2w}", "secrets:", "ulimits: {nofile: 1}", "build: {ssh: [a=b]}", "gpus: all", "name: ''", "models: {m: {model: x}}",
    ];

    private readonly Random _random = new(seed);

    public string Mutate(string text, IReadOnlyList<string> others)
    {
        for (var times = _random.Next(1, 4); times > 0; times--)
        {
            text = Once(text, others);
        }

        return text;
    }

    private string Once(string text, IReadOnlyList<string> others) => _random.Next(14) switch
    {
        0 => Replace(text, ((char)_random.Next(0x100)).ToString()),
        1 => Replace(text, _tokens[_random.Next(_tokens.Length)]),
        2 or 3 => Insert(text, _tokens[_random.Next(_tokens.Length)]),
        4 => Remove(text, _random.Next(1, 12)),
        5 => Lines(text, lines => lines.RemoveAt(_random.Next(lines.Count))),
        6 => Lines(text, lines => Move(lines)),
        7 => Lines(text, lines => lines.Insert(_random.Next(lines.Count), lines[_random.Next(lines.Count)])),
        8 => Lines(text, lines => Indent(lines)),
        9 => Splice(text, others[_random.Next(others.Count)]),
        10 => InvalidUtf8(text),
        11 => Insert(text, Nested()),
        12 => Insert(text, new string((char)_random.Next('0', 'z'), _random.Next(1, 20_000))),
        _ => text + Bomb(),
    };

    private string Replace(string text, string by)
    {
        var at = _random.Next(text.Length + 1);
        return text[..at] + by + (at < text.Length ? text[(at + 1)..] : "");
    }

    private string Insert(string text, string what) => text.Insert(_random.Next(text.Length + 1), what);

    private string Remove(string text, int count)
    {
        var at = _random.Next(text.Length + 1);
        return text.Remove(at, Math.Min(count, text.Length - at));
    }

    private static string Lines(string text, Action<List<string>> change)
    {
        var lines = text.Split('\n').ToList();
        change(lines);
        return string.Join("\n", lines);
    }

    private void Move(List<string> lines)
    {
        var line = lines[_random.Next(lines.Count)];
        lines.Remove(line);
        lines.Insert(_random.Next(lines.Count + 1), line);
    }

    private void Indent(List<string> lines)
    {
        var at = _random.Next(lines.Count);
        lines[at] = _random.Next(2) == 0 ? "  " + lines[at] : lines[at].TrimStart();
    }

    private string Splice(string text, string other)
    {
        var mine = text.Split('\n');
        var theirs = other.Split('\n');
        return string.Join("\n", mine.Take(_random.Next(mine.Length)).Concat(theirs.Skip(_random.Next(theirs.Length))));
    }

    private string InvalidUtf8(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text + " ");
        bytes[_random.Next(bytes.Length)] = (byte)_random.Next(0x80, 0x100);
        return Encoding.UTF8.GetString(bytes);
    }

    private string Nested()
    {
        var depth = _random.Next(1, 3_000);
        return _random.Next(4) switch
        {
            0 => new string('[', depth),
            1 => string.Concat(Enumerable.Repeat("{a: ", depth)),
            2 => new string('[', depth) + new string(']', depth),
            _ => string.Concat(Enumerable.Range(0, Math.Min(depth, 400)).Select(i => "\n" + new string(' ', i) + "a:")),
        };
    }

    private string Bomb()
    {
        var width = _random.Next(2, 12);
        var text = new StringBuilder("\nx-b0: &b0 [a, b]\n");
        for (var i = 1; i < _random.Next(2, 30); i++)
        {
            var uses = string.Join(", ", Enumerable.Repeat($"*b{i - 1}", width));
            text.Append(_random.Next(8) == 0 ? $"x-b{i}: &b{i} {{<<: [*b{i}], k: [{uses}]}}\n" : $"x-b{i}: &b{i} [{uses}]\n");
        }

        return text.ToString();
    }
}
