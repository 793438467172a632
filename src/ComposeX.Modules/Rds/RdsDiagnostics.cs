using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Syntax;

namespace ComposeX.Modules.Rds;

/// <summary>Findings about databases.</summary>
public static class RdsDiagnostics
{
    public static Diagnostic NoEngine(string name, string missing, Location location) =>
        Diagnostic.Error("CXRDS01", location, $"The database \"{name}\" does not say its {missing}, and what is made follows from engine and version. Write both under \"Properties\" or \"MacroParameters\", as in Engine: postgres and EngineVersion: \"17.6\".");

    public static Diagnostic UnknownEngine(string name, Location location) =>
        Diagnostic.Error("CXRDS02", location, name switch
        {
            "aurora" => "The engine \"aurora\" was Aurora for MySQL 5.6 and is gone. Write aurora-mysql, or aurora-postgresql.",
            "docdb" or "neptune" => $"\"{name}\" is no engine of x-rds. Declare the database under x-{name}.",
            _ => $"RDS has no engine \"{name}\".{Spelling.Hint(name, Names)} It has {string.Join(", ", Names)}.",
        });

    public static Diagnostic UnknownVersion(string version, string engine, string example, Location location) =>
        Diagnostic.Error("CXRDS03", location, $"\"{version}\" is no version of {engine}: one is written like {example}. \"aws rds describe-db-engine-versions --engine {engine}\" lists those there are.");

    public static Diagnostic FirstAurora(string version, Location location) =>
        Diagnostic.Warning("CXRDS04", location, $"Aurora MySQL {version} is no longer made. Write a version such as 8.0.mysql_aurora.3.08.2.");

    public static Diagnostic NotKnownHere(string key, Location location) =>
        Diagnostic.Error("CXRDS05", location, $"\"{key}\" decides what is made and must be a text that is known when the file is compiled. Write it out, or take it from a variable as in ${{DB_ENGINE}}.");

    public static Diagnostic SaidTwice(string key, string ignored, string taken, Location location) =>
        Diagnostic.Warning("CXRDS06", location, $"\"{key}\" is \"{taken}\" under \"Properties\", which counts, and \"{ignored}\" here. Remove one.");

    public static Diagnostic LiteralPassword(Location location) =>
        Diagnostic.Warning("CXRDS07", location, "A password in a template can be read by whoever reads the stack, so this one is not used: the database gets one that nobody knows, in Secrets Manager. Remove \"MasterUserPassword\", and change the password if it is used anywhere.");

    public static Diagnostic TwoPasswords(Location location) =>
        Diagnostic.Error("CXRDS08", location, "RDS makes the password itself (\"ManageMasterUserPassword\") or is given one (\"MasterUserPassword\"). Remove one of the two.");

    public static Diagnostic TwoSecrets(Location location) =>
        Diagnostic.Error("CXRDS09", location, "\"OwnSecret\" and \"ManageMasterUserPassword\" say the opposite of each other. Keep one.");

    public static Diagnostic CannotManage(string feature, Location location) =>
        Diagnostic.Error("CXRDS10", location, $"RDS does not manage the password of {feature}. Set \"OwnSecret: true\" under \"MacroParameters\" to have a secret made for it.");

    public static Diagnostic CredentialsOfReplica(Location location) =>
        Diagnostic.Error("CXRDS11", location, "A replica has the users and passwords of what it follows. Remove this, and give services the secret of that database.");

    public static Diagnostic UserOfSnapshotUnknown(string name, Location location) =>
        Diagnostic.Error("CXRDS12", location, $"The master user of \"{name}\" comes with the data that it is made from, and the secret needs that user's name. Say it with \"MasterUsername\" under \"Properties\".");

    public static Diagnostic OwnSecretForConnectionString(string name, Location location) =>
        Diagnostic.Note("CXRDS13", location, $"A connection string with a password in it holds only while the password stays, so \"{name}\" gets a secret of its own that RDS does not rotate. Write \"OwnSecret: true\" under \"MacroParameters\" to say so.");

    public static Diagnostic PasswordChanges(string name, string family, Location location) =>
        Diagnostic.Note("CXRDS14", location, $"RDS changes the password of \"{name}\" every seven days, and ECS hands it to \"{family}\" when a task starts. Let the code read the secret (\"GrantTaskAccess\") or log in with IAM (\"IamUser\"), or set \"OwnSecret: true\" under \"MacroParameters\" for a password that stays; \"ManageMasterUserPassword: true\" under \"Properties\" says that it is meant so.");

    public static Diagnostic KeyWithoutArn(string key, Location location) =>
        Diagnostic.Warning("CXRDS15", location, $"A permission names a KMS key by its ARN, which \"{key}\" does not tell, so tasks are not allowed to decrypt the secret. Write the key's ARN, or x-kms::<key>.");

    public static Diagnostic BadDatabaseName(string name, Location location) =>
        Diagnostic.Error("CXRDS16", location, $"\"{name}\" cannot name a database: a letter, then letters, digits and underscores.");

    public static Diagnostic TwoParameterGroups(string property, Location location) =>
        Diagnostic.Error("CXRDS17", location, $"The database takes its parameters from \"{property}\" or from a group of its own (\"ParametersGroups\"). Remove one of the two.");

    public static Diagnostic FamilyUnknown(string engine, Location location) =>
        Diagnostic.Error("CXRDS18", location, $"The version of {engine} does not tell the family of its parameter groups. Set \"Family\" to one such as postgres16.");

    public static Diagnostic OtherFamily(string family, string expected, string engine, string version, Location location) =>
        Diagnostic.Warning("CXRDS19", location, $"Parameter groups of {engine} {version} are of the family \"{expected}\", and RDS refuses one of \"{family}\". Remove \"Family\", or write {expected}.");

    public static Diagnostic NotOfMember(string property, Location location) =>
        Diagnostic.Warning("CXRDS20", location, $"\"{property}\" belongs to the cluster and not to its instances, so it is not used here. Set it under \"Properties\", if the cluster has it.");

    public static Diagnostic NoMembers(string engine, bool isCluster, Location location) =>
        Diagnostic.Error("CXRDS21", location, isCluster
            ? "The instances of a Multi-AZ cluster are made by RDS. Remove \"Instances\"."
            : $"A database of {engine} is one instance: \"Instances\" are those of an Aurora cluster. Write their properties under \"Properties\"; \"MultiAZ: true\" adds a standby.");

    public static Diagnostic FirstServerless(Location location) =>
        Diagnostic.Error("CXRDS22", location, "Aurora Serverless v1 is gone. Remove this, and set \"ServerlessV2ScalingConfiguration\" with its MinCapacity and MaxCapacity.");

    public static Diagnostic NotServerless(string engine, Location location) =>
        Diagnostic.Error("CXRDS23", location, $"Only Aurora is serverless, and this is {engine}. Write aurora-mysql or aurora-postgresql, or remove this.");

    public static Diagnostic ServerlessWithoutCapacity(Location location) =>
        Diagnostic.Error("CXRDS24", location, "An instance of the class db.serverless needs the capacity of its cluster: set \"ServerlessV2ScalingConfiguration\" with MinCapacity and MaxCapacity.");

    public static Diagnostic NoMultiAzCluster(string engine, Location location) =>
        Diagnostic.Error("CXRDS25", location, $"A database with a \"DBClusterInstanceClass\" is a Multi-AZ cluster, which {engine} does not run in: only mysql and postgres do. Write \"DBInstanceClass\", and \"MultiAZ: true\" for a standby.");

    public static Diagnostic UnknownLog(string log, string engine, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Warning("CXRDS26", location, $"{engine} has no log \"{log}\", and RDS refuses to export it.{Spelling.Hint(log, known)} It has {string.Join(", ", known)}.");

    public static Diagnostic IncompleteFeature(Location location) =>
        Diagnostic.Error("CXRDS27", location, "A feature of a database has a \"Name\" and \"Resources\": buckets as x-s3::<bucket>, by ARN or by name.");

    public static Diagnostic UnknownFeature(string feature, string engine, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXRDS28", location, known.Count == 0
            ? $"{engine} has no features that need a role. Remove \"{feature}\"."
            : $"No role is made for \"{feature}\" of {engine}.{Spelling.Hint(feature, known)} It may be {string.Join(" or ", known)}; for others write \"AssociatedRoles\" under \"Properties\".");

    public static Diagnostic FeatureHasRole(string feature, Location location) =>
        Diagnostic.Warning("CXRDS29", location, $"\"AssociatedRoles\" has a role for \"{feature}\" already, so none is made. Remove one of the two.");

    public static Diagnostic NoProxyFor(string engine, Location location) =>
        Diagnostic.Error("CXRDS30", location, $"RDS Proxy speaks MySQL, PostgreSQL and SQL Server, and not {engine}. Remove \"Proxy\".");

    public static Diagnostic ProxyWithoutSecret(Location location) =>
        Diagnostic.Error("CXRDS31", location, "A proxy logs in with the database's secret, and this one has none that is known here. Remove \"Proxy\", or \"MasterUserPassword\".");

    public static Diagnostic UnknownIamAuth(string value, Location location) =>
        Diagnostic.Error("CXRDS32", location, $"\"{value}\" is no value of \"IAMAuth\".{Spelling.Hint(value, ["REQUIRED", "DISABLED"])} It may be REQUIRED or DISABLED.");

    public static Diagnostic NoIamUsers(string name, string reason, Location location) =>
        Diagnostic.Error("CXRDS33", location, $"Nobody can log in to \"{name}\" with IAM: {reason}.");

    public static Diagnostic UnknownSecretKey(string key, string name, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXRDS34", location, $"The secret of \"{name}\" has no \"{key}\".{Spelling.Hint(key, known)} It has {string.Join(", ", known)}.");

    public static Diagnostic NothingToMap(string name, Location location) =>
        Diagnostic.Error("CXRDS35", location, $"The password of \"{name}\" is not in a secret that is known here, so there is nothing to hand over. Name its secret (\"secret\" under \"Lookup\"), or declare it under \"secrets\" and give it to the services.");

    public static Diagnostic NoConnectionString(string name, string reason, Location location) =>
        Diagnostic.Error("CXRDS36", location, $"No connection string of \"{name}\" can be kept: {reason}.");

    public static Diagnostic UnknownFormat(string format, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXRDS37", location, $"\"{format}\" is no format of a connection string.{Spelling.Hint(format, known)} It may be {string.Join(" or ", known)}.");

    public static Diagnostic NoSuchAttribute(string attribute, string name, string reason, Location location) =>
        Diagnostic.Error("CXRDS38", location, $"\"{name}\" has no \"{attribute}\": {reason}.");

    public static Diagnostic OneDatabase(bool isTwo, Location location) =>
        Diagnostic.Error("CXRDS39", location, isTwo
            ? "A look-up finds one database: keep \"cluster\" or \"db\"."
            : "A look-up names its database under \"cluster\" or \"db\", and its secret under \"secret\".");

    public static Diagnostic NotToBeFound(Location location) =>
        Diagnostic.Error("CXRDS40", location, "Nothing says which one is meant. Set \"Arn\", \"Tags\" or \"Identifier\".");

    public static Diagnostic NoUse(Location location) =>
        Diagnostic.Error("CXRDS41", location, "A database is more than its name: its address, security group and secret must be known. Write \"Lookup\" in place of \"Use\".");

    public static Diagnostic ExistsAlready(string name, Location location) =>
        Diagnostic.Warning("CXRDS42", location, $"\"{name}\" exists already and is looked up, so this is not used. Remove it, or remove \"Lookup\" to have a database made.");

    private static IReadOnlyList<string> Names => [.. Engine.All.Select(engine => engine.Name)];
}
