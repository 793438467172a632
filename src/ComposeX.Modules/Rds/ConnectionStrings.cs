using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;

namespace ComposeX.Modules.Rds;

/// <summary>Connection strings of .NET's providers (Npgsql, MySqlConnector, SqlClient and those of Oracle and IBM), and addresses as others write them. Those of .NET ask for encryption.</summary>
internal static class ConnectionStrings
{
    /// <summary>What a .NET provider takes; what is not known, such as a password, is left out.</summary>
    public static CfnValue AdoNet(Engine engine, Cfn cfn, CfnValue host, CfnValue port, CfnValue? database, CfnValue? username, CfnValue? password) => Text(cfn, engine.Family switch
    {
        EngineFamily.PostgreSql => [("Host=", host), (";Port=", port), (";Database=", database), (";Username=", username), (";Password=", password), (";SSL Mode=Require", null)],
        EngineFamily.MySql => [("Server=", host), (";Port=", port), (";Database=", database), (";User ID=", username), (";Password=", password), (";SSL Mode=Required", null)],
        EngineFamily.SqlServer => [("Server=tcp:", host), (",", port), (";Database=", database), (";User ID=", username), (";Password=", password), (";Encrypt=True;TrustServerCertificate=True", null)],
        EngineFamily.Oracle => [("Data Source=//", host), (":", port), ("/", database), (";User Id=", username), (";Password=", password)],
        _ => [("Server=", host), (":", port), (";Database=", database), (";UID=", username), (";PWD=", password)],
    });

    /// <summary><c>postgresql://user:password@host:port/database</c>.</summary>
    public static CfnValue Url(Engine engine, Cfn cfn, CfnValue host, CfnValue port, CfnValue? database, CfnValue username, CfnValue password) =>
        Text(cfn, [(Scheme(engine) + "://", username), (":", password), ("@", host), (":", port), ("/", database)]);

    private static string Scheme(Engine engine) => engine.Family switch
    {
        EngineFamily.PostgreSql => "postgresql",
        EngineFamily.MySql => "mysql",
        EngineFamily.SqlServer => "sqlserver",
        EngineFamily.Oracle => "oracle",
        _ => "db2",
    };

    // A part whose value is missing goes with its name; a part without a place for a value is a text.
    private static CfnValue Text(Cfn cfn, IReadOnlyList<(string Name, CfnValue? Value)> parts)
    {
        var said = parts.Where(part => part.Value is not null || part.Name.IndexOf('=') is > 0 and var sign && sign < part.Name.Length - 1).ToList();
        var texts = Merged(cfn, said.SelectMany(part => new[] { cfn.String(part.Name), part.Value }).OfType<CfnValue>()).ToList();
        return texts is [CfnString whole] ? whole : cfn.Join("", texts);
    }

    private static IEnumerable<CfnValue> Merged(Cfn cfn, IEnumerable<CfnValue> values)
    {
        var pending = "";
        foreach (var value in values)
        {
            if (value is CfnString text)
            {
                pending += text.Value;
                continue;
            }

            if (pending.Length > 0)
            {
                yield return cfn.String(pending);
                pending = "";
            }

            yield return value;
        }

        if (pending.Length > 0)
        {
            yield return cfn.String(pending);
        }
    }
}
