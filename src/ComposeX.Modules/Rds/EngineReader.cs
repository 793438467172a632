using System;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Rds;

/// <summary>The engine of a new database and its version, as they were written: <c>8.0</c> and <c>16.10</c> are texts, quoted or not.</summary>
internal sealed record EngineChoice(Engine Engine, Located<string> Name, Located<string> Version);

/// <summary>Reads which engine is meant, from <c>Properties</c>, which count, or <c>MacroParameters</c>.</summary>
internal sealed class EngineReader(Declaration declaration, MappingReader macros, DiagnosticBag diagnostics)
{
    private const string EngineKey = "Engine";
    private const string VersionKey = "EngineVersion";

    /// <summary>Null, and a finding, when it cannot be told.</summary>
    public EngineChoice? Read()
    {
        var (isNamed, name) = Text(EngineKey);
        var (isVersioned, version) = Text(VersionKey);
        if (!isNamed || !isVersioned)
        {
            var missing = isNamed ? VersionKey : isVersioned ? EngineKey : $"{EngineKey} and {VersionKey}";
            diagnostics.Add(RdsDiagnostics.NoEngine(declaration.Name, missing, name?.Origin ?? declaration.Origin));
        }

        return name is { } engine && version is { } number && Known(engine, number) is { } known ? new(known, engine, number) : null;
    }

    private (bool IsThere, Located<string>? Text) Text(string key)
    {
        var inMacros = macros.Text(key);
        if (declaration.Properties?[key] is not { } node)
        {
            return (inMacros is not null, inMacros);
        }

        if (node is not YamlScalar scalar || IsFunction(scalar))
        {
            diagnostics.Add(RdsDiagnostics.NotKnownHere(key, node.Location));
            return (true, null);
        }

        if (inMacros is { } other && !string.Equals(other.Value, scalar.Text, StringComparison.Ordinal))
        {
            diagnostics.Add(RdsDiagnostics.SaidTwice(key, other.Value, scalar.Text, other.Origin));
        }

        return (true, new(scalar.Text, scalar.Location));
    }

    private Engine? Known(Located<string> name, Located<string> version)
    {
        if (Engine.Find(name.Value) is not { } engine)
        {
            diagnostics.Add(RdsDiagnostics.UnknownEngine(name.Value, name.Origin));
            return null;
        }

        if (!EngineVersions.IsWellFormed(engine, version.Value))
        {
            diagnostics.Add(RdsDiagnostics.UnknownVersion(version.Value, engine.Name, EngineVersions.Example(engine), version.Origin));
            return null;
        }

        if (EngineVersions.IsOfFirstAurora(engine, version.Value))
        {
            diagnostics.Add(RdsDiagnostics.FirstAurora(version.Value, version.Origin));
        }

        return engine;
    }

    // !Ref and the like; !!str is YAML's own.
    private static bool IsFunction(YamlScalar scalar) => scalar.Tag is { Length: > 1 } tag && tag[0] == '!' && tag[1] != '!';
}
