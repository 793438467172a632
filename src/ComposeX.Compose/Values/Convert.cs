using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.Compose.Interpolation;
using ComposeX.Compose.Merging;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Values;

/// <summary>The conversions of <see cref="ValueRules"/>. Each keeps the place of what it converts.</summary>
internal static class Convert
{
    private static readonly string[] _healthTests = ["CMD", "CMD-SHELL", "NONE"];

    public static YamlNode? Text(YamlEntry entry, DiagnosticBag diagnostics) => entry.Value is YamlScalar scalar ? Printed(scalar) : entry.Value;

    public static YamlNode? TextList(YamlEntry entry, DiagnosticBag diagnostics) =>
        entry.Value is YamlScalar scalar ? new YamlSequence([scalar], scalar.Location) : entry.Value;

    public static YamlNode? PrintedList(YamlEntry entry, DiagnosticBag diagnostics) =>
        entry.Value is YamlSequence list ? list.Select((item, _) => item is YamlScalar scalar ? Printed(scalar) : item) : entry.Value;

    public static YamlNode? Boolean(YamlEntry entry, DiagnosticBag diagnostics) => Cast(entry, Interpolation.Cast.Boolean, diagnostics);

    public static YamlNode? FalseOnly(YamlEntry entry, DiagnosticBag diagnostics) =>
        Boolean(entry, diagnostics) is YamlScalar { Text: "false" } isFalse ? isFalse : null;

    public static YamlNode? Integer(YamlEntry entry, DiagnosticBag diagnostics)
    {
        if (entry.Value is not YamlScalar scalar)
            return entry.Value;

        var value = ScalarResolver.Resolve(scalar);
        return value.Kind switch
        {
            ScalarKind.Integer => Tree.Value(value.Printed, scalar.Location),
            ScalarKind.Float => Tree.Value(decimal.Truncate((decimal)Math.Max(Math.Min(value.Float, long.MaxValue), long.MinValue)).ToString(CultureInfo.InvariantCulture), scalar.Location),
            _ => Cast(entry, Interpolation.Cast.Integer, diagnostics),
        };
    }

    /// <summary>A whole number that is not negative.</summary>
    public static YamlNode? Unsigned(YamlEntry entry, DiagnosticBag diagnostics)
    {
        var value = Integer(entry, diagnostics);
        if (value is YamlScalar { Text: ['-', ..] } negative)
        {
            diagnostics.Add(ValueDiagnostics.Negative(entry.Value.Location, negative.Text, entry.Name));
        }

        return value;
    }

    /// <summary>A whole number that is not negative, and not given as text.</summary>
    public static YamlNode? NumberOnly(YamlEntry entry, DiagnosticBag diagnostics)
    {
        if (entry.Value is YamlScalar scalar && ScalarResolver.IsString(scalar))
        {
            diagnostics.Add(ValueDiagnostics.NotANumber(scalar, entry.Name));
            return null;
        }

        return Unsigned(entry, diagnostics);
    }

    /// <summary>A number of single precision.</summary>
    public static YamlNode? Single(YamlEntry entry, DiagnosticBag diagnostics)
    {
        if (entry.Value is not YamlScalar scalar)
            return entry.Value;

        var value = ScalarResolver.Resolve(scalar);
        return value.Kind switch
        {
            ScalarKind.Integer => Tree.Value(GoNumber.Print((float)value.Integer), scalar.Location),
            ScalarKind.Float => Tree.Value(GoNumber.Print((float)value.Float), scalar.Location),
            _ => Cast(entry, Interpolation.Cast.Single, diagnostics),
        };
    }

    /// <summary>A share of CPUs, which may be text: always a number.</summary>
    public static YamlNode? Cpus(YamlEntry entry, DiagnosticBag diagnostics) => Single(entry, diagnostics);

    public static YamlNode? Bytes(YamlEntry entry, DiagnosticBag diagnostics)
    {
        if (entry.Value is not YamlScalar scalar)
            return entry.Value;

        var value = ScalarResolver.Resolve(scalar);
        switch (value.Kind)
        {
            case ScalarKind.Integer:
                return value.Integer == 0 || value.Integer > long.MaxValue ? null : Tree.Text(value.Printed, scalar.Location);
            case ScalarKind.String when ByteSize.Parse(value.Text) is { } bytes:
                return bytes == 0 ? null : Tree.Text(bytes.ToString(CultureInfo.InvariantCulture), scalar.Location);
            case ScalarKind.String:
                diagnostics.Add(ValueDiagnostics.NotASize(scalar));
                return null;
            default:
                diagnostics.Add(ValueDiagnostics.SizeWithoutMeaning(scalar, entry.Name));
                return null;
        }
    }

    public static YamlNode? Time(YamlEntry entry, DiagnosticBag diagnostics)
    {
        if (entry.Value.AsText() is not { } text)
            return entry.Value;

        if (Duration.Parse(text) is { } duration)
            return Tree.Text(duration.ToString(), entry.Value.Location);

        diagnostics.Add(ValueDiagnostics.NotADuration(entry.Value.Location, text));
        return null;
    }

    /// <summary>A file mode: text is octal, a number is what YAML makes of it.</summary>
    public static YamlNode? Mode(YamlEntry entry, DiagnosticBag diagnostics)
    {
        if (entry.Value is not YamlScalar scalar)
            return entry.Value;

        var value = ScalarResolver.Resolve(scalar);
        if (value.Kind == ScalarKind.Integer && value.Integer is >= 0 and <= int.MaxValue)
            return Tree.Text(Octal((int)value.Integer), scalar.Location);

        if (value.Kind == ScalarKind.String && value.Text.Length is > 0 and <= 10 && value.Text.All(digit => digit is >= '0' and <= '7'))
            return Tree.Text(Octal(System.Convert.ToInt32(value.Text, 8)), scalar.Location);

        diagnostics.Add(ValueDiagnostics.NotAMode(scalar));
        return null;
    }

    /// <summary>A command as its arguments.</summary>
    public static YamlNode? Command(YamlEntry entry, DiagnosticBag diagnostics)
    {
        if (entry.Value is not YamlScalar scalar)
            return entry.Value;

        if (scalar.AsText() is not { } text)
            return null;

        if (ShellWords.Split(text) is { } words)
            return new YamlSequence([.. words.Select(word => Tree.Text(word, scalar.Location))], scalar.Location);

        diagnostics.Add(ValueDiagnostics.NotACommand(scalar.Location, text));
        return null;
    }

    public static YamlNode? HealthTest(YamlEntry entry, DiagnosticBag diagnostics)
    {
        if (entry.Value is YamlScalar scalar)
            return new YamlSequence([Tree.Text("CMD-SHELL", scalar.Location), scalar], scalar.Location);

        if (entry.Value is YamlSequence { Items: [var first, ..] } && first.AsText() is { } kind && !_healthTests.Contains(kind))
        {
            diagnostics.Add(ValueDiagnostics.NotAHealthTest(first.Location, kind, _healthTests));
        }

        return entry.Value;
    }

    /// <summary>Labels and options: a mapping to texts, nothing counts as the empty text.</summary>
    public static YamlNode? Labels(YamlEntry entry, DiagnosticBag diagnostics) =>
        Mapping(entry.Value)?.Select(label => label.Value is YamlScalar scalar ? ScalarResolver.IsNull(scalar) ? Tree.Text("", scalar.Location) : Printed(scalar) : label.Value);

    /// <summary>Variables: a mapping to texts, or to nothing where no value is known.</summary>
    public static YamlNode? Variables(YamlEntry entry, DiagnosticBag diagnostics) => Mapping(entry.Value)?.Select(variable =>
    {
        if (variable.Name.Length > 0 && char.IsWhiteSpace(variable.Name[variable.Name.Length - 1]))
        {
            diagnostics.Add(ValueDiagnostics.SpaceAfterName(variable.Key));
        }

        return variable.Value is YamlScalar scalar && !ScalarResolver.IsNull(scalar) ? Printed(scalar) : variable.Value;
    });

    /// <summary>Variables of which those without a value are left out.</summary>
    public static YamlNode? SetVariables(YamlEntry entry, DiagnosticBag diagnostics) =>
        Variables(entry, diagnostics) is YamlMapping variables ? variables.Select(variable => ScalarResolver.IsNull(variable.Value) ? null : variable.Value) : null;

    public static YamlNode? ListsOfText(YamlEntry entry, DiagnosticBag diagnostics) => entry.Value is YamlMapping mapping
        ? mapping.Select(option => option.Value is YamlScalar scalar
            ? new YamlSequence([Printed(scalar)], scalar.Location)
            : PrintedList(option, diagnostics))
        : entry.Value;

    /// <summary>A limit: one number for both, or <c>soft</c> and <c>hard</c>; zero has to be said for both.</summary>
    public static YamlNode? Limit(YamlEntry entry, DiagnosticBag diagnostics)
    {
        if (entry.Value is YamlMapping both)
            return both.Select(limit => limit.IsExtension() ? null : limit.Value);

        var value = Integer(entry, diagnostics);
        return value is YamlScalar { Text: "0" } zero ? Tree.Mapping(zero.Location, ("hard", zero), ("soft", zero)) : value;
    }

    /// <summary>A limit that may not be given as text.</summary>
    public static YamlNode? NumericLimit(YamlEntry entry, DiagnosticBag diagnostics)
    {
        if (entry.Value is not YamlScalar scalar || !ScalarResolver.IsString(scalar))
            return Limit(entry, diagnostics);

        diagnostics.Add(ValueDiagnostics.NotANumber(scalar, entry.Name));
        return null;
    }

    /// <summary>Address pools; their <c>x-*</c> keys are not kept.</summary>
    public static YamlNode? WithoutExtensions(YamlEntry entry, DiagnosticBag diagnostics) => entry.Value is YamlSequence pools
        ? pools.Select((pool, _) => pool is YamlMapping mapping ? mapping.Select(attribute => attribute.IsExtension() ? null : attribute.Value) : pool)
        : entry.Value;

    public static YamlNode? DeviceCount(YamlEntry entry, DiagnosticBag diagnostics) =>
        entry.Value.AsText()?.ToLowerInvariant() == "all" ? Tree.Value("-1", entry.Value.Location) : Integer(entry, diagnostics);

    /// <summary>Keys for SSH: <c>default</c>, or <c>id: path</c>.</summary>
    public static YamlNode? SshKeys(YamlEntry entry, DiagnosticBag diagnostics) => entry.Value is YamlMapping keys
        ? new YamlSequence([.. keys.Entries.Select(key => SshKey(key, diagnostics))], keys.Location)
        : entry.Value;

    /// <summary>Hosts as <c>name=address</c>, sorted by name.</summary>
    public static YamlNode? Hosts(YamlEntry entry, DiagnosticBag diagnostics)
    {
        var hosts = entry.Value switch
        {
            YamlMapping mapping => mapping.Entries.SelectMany(Addresses),
            YamlSequence list => list.Items.OfType<YamlScalar>().SelectMany(item => Host(item, diagnostics)),
            _ => [],
        };
        return new YamlSequence([.. hosts.OrderBy(host => KeyValues.KeyOf(host.Text), StringComparer.Ordinal)], entry.Value.Location);
    }

    private static IEnumerable<YamlScalar> Host(YamlScalar item, DiagnosticBag diagnostics)
    {
        var at = item.Text.IndexOf('=') is >= 0 and var equals ? equals : item.Text.IndexOf(':');
        if (at > 0)
            return item.Text.Substring(at + 1).Split(',').Select(address => HostAt(item.Text.Substring(0, at), address, item.Location));

        diagnostics.Add(ValueDiagnostics.NotAHost(item));
        return [];
    }

    private static IEnumerable<YamlScalar> Addresses(YamlEntry host) => host.Value switch
    {
        YamlSequence addresses => addresses.Items.OfType<YamlScalar>().Select(address => HostAt(host.Name, address.Text, address.Location)),
        YamlScalar address => [HostAt(host.Name, address.Text, address.Location)],
        _ => [],
    };

    private static YamlScalar HostAt(string name, string address, Location at) =>
        Tree.Text(name + "=" + (address.Length > 1 && address[0] == '[' && address[address.Length - 1] == ']' ? address.Substring(1, address.Length - 2) : address), at);

    private static YamlScalar SshKey(YamlEntry key, DiagnosticBag diagnostics)
    {
        var path = key.Value is YamlScalar scalar && !ScalarResolver.IsNull(scalar) ? scalar.Text : "";
        if (path.Length == 0 && key.Name != "default")
        {
            diagnostics.Add(ValueDiagnostics.NotAnSshKey(key.Key));
        }

        return Tree.Text(path.Length == 0 ? key.Name : key.Name + ": " + path, key.Key.Location);
    }

    private static YamlMapping? Mapping(YamlNode node) => node switch
    {
        YamlMapping mapping => mapping,
        YamlSequence list => KeyValues.FromList(list),
        _ => null,
    };

    private static YamlScalar Printed(YamlScalar scalar)
    {
        var value = ScalarResolver.Resolve(scalar);
        return value.Kind == ScalarKind.String && scalar.Style != YamlScalarStyle.Plain && scalar.Tag is null ? scalar : Tree.Text(value.Printed, scalar.Location);
    }

    private static YamlNode? Cast(YamlEntry entry, Cast cast, DiagnosticBag diagnostics)
    {
        if (entry.Value.AsText() is not { } text)
            return entry.Value;

        if (cast.Convert(text) is { } value)
            return Tree.Value(value, entry.Value.Location);

        diagnostics.Add(ValueDiagnostics.WrongText(entry.Value.Location, text, entry.Name, cast.Expected));
        return null;
    }

    private static string Octal(int mode) => "0" + (mode == 0 ? "" : System.Convert.ToString(mode, 8));
}
