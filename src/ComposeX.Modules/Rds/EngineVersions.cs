using System;
using System.Text.RegularExpressions;

namespace ComposeX.Modules.Rds;

/// <summary>How versions of an engine are written. Which ones there are changes by the month and is AWS's to know.</summary>
internal static class EngineVersions
{
    private static readonly Regex AuroraMySql = new(@"^\d+\.\d+(\.mysql_aurora(\.\d+){3,4})?$", RegexOptions.CultureInvariant);
    private static readonly Regex AuroraPostgreSql = new(@"^\d+(\.\d+){0,2}(-limitless)?$", RegexOptions.CultureInvariant);
    private static readonly Regex PostgreSql = new(@"^\d+(\.\d+){0,2}(-[A-Za-z0-9.]+)?$", RegexOptions.CultureInvariant);
    private static readonly Regex MySql = new(@"^\d+\.\d+(\.\d+)?(-[A-Za-z0-9.]+)?$", RegexOptions.CultureInvariant);
    private static readonly Regex SqlServer = new(@"^\d+\.\d+(\.\d+\.\d+\.v\d+)?$", RegexOptions.CultureInvariant);
    private static readonly Regex Other = new(@"^\d+(\.[A-Za-z0-9-]+)*$", RegexOptions.CultureInvariant);
    private static readonly Regex MajorAndMinor = new(@"^(?<major>\d+)(\.(?<minor>\d+))?", RegexOptions.CultureInvariant);

    /// <summary>Whether a version is written as the engine's are.</summary>
    public static bool IsWellFormed(Engine engine, string version) => Pattern(engine).IsMatch(version) || IsOfFirstAurora(engine, version);

    /// <summary>The one version of Aurora MySQL that was written like MySQL's, and is not made any more.</summary>
    public static bool IsOfFirstAurora(Engine engine, string version) => engine.Name == "aurora-mysql" && version == "5.7.12";

    /// <summary>How one is written.</summary>
    public static string Example(Engine engine) => engine.Name switch
    {
        "aurora-mysql" => "8.0 or 8.0.mysql_aurora.3.08.2",
        "aurora-postgresql" or "postgres" => "16 or 16.6",
        "mysql" => "8.4 or 8.4.5",
        "mariadb" => "11.4 or 11.4.5",
        _ when engine.Family == EngineFamily.SqlServer => "16.00 or 16.00.4185.3.v1",
        _ when engine.Family == EngineFamily.Oracle => "19 or 19.0.0.0.ru-2025-01.rur-2025-01.r1",
        _ => "11.5",
    };

    /// <summary>The family of parameter groups for a version; null when the version does not tell.</summary>
    public static string? ParameterFamily(Engine engine, string? version)
    {
        if (engine.IsCustom || MajorAndMinor.Match(version ?? "") is not { Success: true } match)
        {
            return null;
        }

        var (major, minor) = (match.Groups["major"].Value, match.Groups["minor"].Value);
        return engine.Family switch
        {
            EngineFamily.PostgreSql => engine.Name + (major.Length > 1 ? major : major + "." + minor),
            EngineFamily.MySql when minor.Length > 0 => FormattableString.Invariant($"{engine.Name}{major}.{minor}"),
            EngineFamily.SqlServer => FormattableString.Invariant($"{engine.Name}-{major}.0"),
            EngineFamily.Oracle => FormattableString.Invariant($"{engine.Name}-{major}"),
            EngineFamily.Db2 when minor.Length > 0 => FormattableString.Invariant($"{engine.Name}-{major}.{minor}"),
            _ => null,
        };
    }

    private static Regex Pattern(Engine engine) => engine.Name switch
    {
        "aurora-mysql" => AuroraMySql,
        "aurora-postgresql" => AuroraPostgreSql,
        "postgres" => PostgreSql,
        "mysql" or "mariadb" => MySql,
        _ when engine.Family == EngineFamily.SqlServer && !engine.IsCustom => SqlServer,
        _ => Other,
    };
}
