using System;
using System.Collections.Generic;
using System.Linq;

namespace ComposeX.Modules.Rds;

/// <summary>What an engine speaks.</summary>
internal enum EngineFamily
{
    MySql,
    PostgreSql,
    SqlServer,
    Oracle,
    Db2,
}

/// <summary>A database engine of RDS: its name, and what follows from that.</summary>
internal sealed record Engine(string Name, EngineFamily Family)
{
    private const string GeneralPurpose = "db.t4g.medium";

    public static IReadOnlyList<Engine> All { get; } =
    [
        new("aurora-mysql", EngineFamily.MySql),
        new("aurora-postgresql", EngineFamily.PostgreSql),
        new("mysql", EngineFamily.MySql),
        new("mariadb", EngineFamily.MySql),
        new("postgres", EngineFamily.PostgreSql),
        new("oracle-ee", EngineFamily.Oracle),
        new("oracle-ee-cdb", EngineFamily.Oracle),
        new("oracle-se2", EngineFamily.Oracle),
        new("oracle-se2-cdb", EngineFamily.Oracle),
        new("sqlserver-dev-ee", EngineFamily.SqlServer),
        new("sqlserver-ee", EngineFamily.SqlServer),
        new("sqlserver-se", EngineFamily.SqlServer),
        new("sqlserver-ex", EngineFamily.SqlServer),
        new("sqlserver-web", EngineFamily.SqlServer),
        new("db2-ae", EngineFamily.Db2),
        new("db2-se", EngineFamily.Db2),
        new("custom-oracle-ee", EngineFamily.Oracle),
        new("custom-oracle-ee-cdb", EngineFamily.Oracle),
        new("custom-oracle-se2", EngineFamily.Oracle),
        new("custom-oracle-se2-cdb", EngineFamily.Oracle),
        new("custom-sqlserver-dev", EngineFamily.SqlServer),
        new("custom-sqlserver-ee", EngineFamily.SqlServer),
        new("custom-sqlserver-se", EngineFamily.SqlServer),
        new("custom-sqlserver-web", EngineFamily.SqlServer),
    ];

    public bool IsAurora => Name.StartsWith("aurora-", StringComparison.Ordinal);

    /// <summary>Whether the user runs parts of the database server (RDS Custom).</summary>
    public bool IsCustom => Name.StartsWith("custom-", StringComparison.Ordinal);

    /// <summary>Whether it also runs as a Multi-AZ cluster that is not Aurora's.</summary>
    public bool RunsInMultiAzCluster => Name is "mysql" or "postgres";

    /// <summary>Whether RDS makes a first database by name. On SQL Server the application makes its own.</summary>
    public bool MakesDatabase => Family != EngineFamily.SqlServer;

    /// <summary>Whether its users may log in with IAM.</summary>
    public bool KnowsIamUsers => Family is EngineFamily.MySql or EngineFamily.PostgreSql;

    public int Port => Family switch
    {
        EngineFamily.MySql => 3306,
        EngineFamily.PostgreSql => 5432,
        EngineFamily.SqlServer => 1433,
        EngineFamily.Oracle => 1521,
        _ => 50000,
    };

    /// <summary>What RDS Proxy calls the engine; null when it does not know it.</summary>
    public string? ProxyFamily => (IsCustom, Family) switch
    {
        (false, EngineFamily.MySql) => "MYSQL",
        (false, EngineFamily.PostgreSql) => "POSTGRESQL",
        (false, EngineFamily.SqlServer) => "SQLSERVER",
        _ => null,
    };

    /// <summary>The smallest class that serves in earnest and that the engine runs on.</summary>
    public string InstanceClass => Family switch
    {
        EngineFamily.MySql or EngineFamily.PostgreSql => GeneralPurpose,
        EngineFamily.SqlServer when Name is "sqlserver-ex" or "sqlserver-web" => "db.t3.medium",
        EngineFamily.SqlServer => "db.m5.xlarge",
        EngineFamily.Db2 => "db.t3.medium",
        _ => "db.m5.large",
    };

    /// <summary>The logs that it can send to CloudWatch.</summary>
    public IReadOnlyList<string> Logs => Name switch
    {
        "aurora-postgresql" => ["iam-db-auth-error", "instance", "postgresql"],
        "postgres" => ["iam-db-auth-error", "postgresql", "upgrade"],
        "aurora-mysql" => ["audit", "error", "general", "iam-db-auth-error", "instance", "slowquery"],
        _ when Family == EngineFamily.MySql => ["audit", "error", "general", "iam-db-auth-error", "slowquery"],
        _ when Family == EngineFamily.SqlServer => ["agent", "error"],
        _ when Family == EngineFamily.Oracle => ["alert", "audit", "listener", "oemagent", "trace"],
        _ => ["diag.log", "notify.log"],
    };

    public static Engine? Find(string name) => All.FirstOrDefault(engine => string.Equals(engine.Name, name, StringComparison.Ordinal));
}
