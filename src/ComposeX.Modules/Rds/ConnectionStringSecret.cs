using System;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Lookups;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Rds;

/// <summary>A secret that holds a whole connection string, password included, for programs that take nothing else.</summary>
/// <param name="IsAdoNet">Whether it is written as .NET takes it, else as a URL.</param>
internal sealed record ConnectionStringSecret(Located<string> Variable, bool IsAdoNet)
{
    private const string Key = ServiceKeyNames.ConnectionStringSecret;
    private const string AdoNet = "AdoNet";
    private const string Url = "Url";

    // Only .NET reads variables of such names.
    private const string DotNetSection = "ConnectionStrings__";

    /// <summary>What a service asks for; null when it does not, or when it cannot have it.</summary>
    public static ConnectionStringSecret? Read(ServiceUse use, DatabaseView database, DiagnosticBag diagnostics)
    {
        if (use.Extra.FirstOrDefault(entry => entry.Name == Key) is not { } entry || Read(entry.Value, diagnostics) is not { } wanted)
        {
            return null;
        }

        var problem = !database.HasSecret ? "its password is not in a secret that is known here. Write the connection string yourself"
            : database.IsRotated ? "RDS changes its password every seven days, and the connection string would be wrong from then on. Set \"OwnSecret: true\" under \"MacroParameters\" for a password that stays, or hand over \"ConnectionString\" with ReturnValues and the password with SecretsMappings"
            : database.Engine is null ? $"{(database.Declaration.Found?.File ?? LockFile.Default).Name} does not say its \"Engine\""
            : null;
        if (problem is not null)
        {
            diagnostics.Add(RdsDiagnostics.NoConnectionString(database.Declaration.Name, problem, entry.Key.Location));
        }

        return problem is null ? wanted : null;
    }

    public string LogicalIdOf(Declaration declaration) => declaration.LogicalId(IsAdoNet ? "ConnectionStringSecret" : "ConnectionUrlSecret");

    public SynthesizedResource Resource(DatabaseView database)
    {
        var declaration = database.Declaration;
        var cfn = new Cfn(Variable.Origin);
        CfnValue Attribute(string name) => database.Attribute(name, cfn.Origin);
        CfnValue Secret(string key) => SecretArns.Within("{{resolve:secretsmanager:", Attribute(RdsAttributes.SecretArn), $":SecretString:{key}}}}}", cfn);
        var engine = database.Engine ?? throw new InvalidOperationException("A connection string without an engine has been refused.");
        var (host, port, name) = (Attribute(RdsAttributes.Address), Attribute(RdsAttributes.Port), database.HasDatabaseName ? Attribute(RdsAttributes.DatabaseName) : null);
        return new(LogicalIdOf(declaration), "AWS::SecretsManager::Secret", cfn.Map(
            ("Description", cfn.String($"Connection string of the database {declaration.Name}")),
            ("SecretString", IsAdoNet
                ? ConnectionStrings.AdoNet(engine, cfn, host, port, name, Secret("username"), Secret("password"))
                : ConnectionStrings.Url(engine, cfn, host, port, name, Secret("username"), Secret("password"))),
            ("KmsKeyId", database.KeyArn)), Home.OfKey(declaration.Module.Key), cfn.Origin)
        {
            DeletionPolicy = "Delete",
            UpdateReplacePolicy = "Delete",
        };
    }

    private static ConnectionStringSecret? Read(YamlNode node, DiagnosticBag diagnostics)
    {
        if (node is YamlScalar scalar)
        {
            return new(new(scalar.Text, scalar.Location), IsOfDotNet(scalar.Text));
        }

        var reader = MappingReader.Of(node as YamlMapping, diagnostics);
        var variable = reader.Text("EnvVarName");
        var format = reader.Text("Format");
        reader.RejectOthers(Key);
        if (variable is not { } name)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(Key, "the name of a variable, or a mapping with EnvVarName and Format", node.Location));
            return null;
        }

        if (format is { Value: not (AdoNet or Url) } wrong)
        {
            diagnostics.Add(RdsDiagnostics.UnknownFormat(wrong.Value, [AdoNet, Url], wrong.Origin));
        }

        return new(name, format is { } said ? said.Value == AdoNet : IsOfDotNet(name.Value));
    }

    private static bool IsOfDotNet(string variable) => variable.StartsWith(DotNetSection, StringComparison.Ordinal);
}
