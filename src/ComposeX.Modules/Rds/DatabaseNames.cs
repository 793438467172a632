using System;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Rds;

/// <summary>The name of the first database in a server: the user's, or the resource's in small letters.</summary>
internal static class DatabaseNames
{
    // Oracle and Db2 have short names.
    private const int ShortName = 8;
    private const int LongName = 60;

    // Names that no engine, or one of them, lets a database have.
    private static readonly string[] Reserved =
    [
        "admin", "all", "database", "db", "default", "group", "index", "informationschema", "innodb", "mysql", "order", "performanceschema",
        "postgres", "rdsadmin", "select", "sys", "system", "table", "template0", "template1", "user", "where",
    ];

    public static CfnValue? Read(
        Declaration declaration, Engine engine, bool isCluster, DatabaseSource source, CfnMap properties, Located<string>? inMacros, DiagnosticBag diagnostics)
    {
        if (properties[isCluster ? "DatabaseName" : "DBName"] is { } written)
        {
            return written;
        }

        if (inMacros is { } name)
        {
            if (!IsName(name.Value))
            {
                diagnostics.Add(RdsDiagnostics.BadDatabaseName(name.Value, name.Origin));
            }

            return new CfnString(name.Value, name.Origin);
        }

        return source == DatabaseSource.Nothing && engine.MakesDatabase ? new CfnString(Default(declaration.Name, engine), declaration.Origin) : null;
    }

    private static string Default(string name, Engine engine)
    {
        var letters = new string([.. name.ToLowerInvariant().Where(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9'))]);
        var whole = letters.Length == 0 || letters[0] is >= '0' and <= '9' || Array.IndexOf(Reserved, letters) >= 0 ? "db" + letters : letters;
        if (whole == "db")
        {
            whole = "data";
        }

        var most = engine.Family is EngineFamily.Oracle or EngineFamily.Db2 ? ShortName : LongName;
        return engine.Family == EngineFamily.Oracle ? Cut(whole, most).ToUpperInvariant() : Cut(whole, most);
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text.Substring(0, most);

    private static bool IsName(string name) =>
        name.Length > 0 && name[0] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') && name.All(c => c is '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'));
}
