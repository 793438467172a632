using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Rds;

/// <summary>What the services that use a database get to connect with: variables, secrets, and the permission to read just these.</summary>
internal sealed class Exposure(DatabaseView database, IReadOnlyList<SecretMapping>? mappingsForAll, DiagnosticBag diagnostics)
{
    private const string Topic = "rds";

    // In a secret of this deployment too, and no secret.
    private static readonly (string Key, string Attribute)[] Plain =
    [
        ("host", RdsAttributes.Address),
        ("port", RdsAttributes.Port),
        ("dbname", RdsAttributes.DatabaseName),
    ];

    private static readonly string[] Keys = ["username", "password", "host", "port", "dbname", "engine"];

    public Synthesized Of(IEnumerable<Link> links)
    {
        var parts = links.Select(Of).ToList();
        return Synthesized.Join(parts) with
        {
            Resources = [.. parts.SelectMany(part => part.Resources).GroupBy(resource => resource.LogicalId, StringComparer.Ordinal).Select(same => same.First())],
        };
    }

    private Synthesized Of(Link link)
    {
        var declaration = database.Declaration;
        var handed = Handed(link).ToList();
        var connectionString = ConnectionStringSecret.Read(link.Use, database, diagnostics);
        if (connectionString is not null)
        {
            var secret = new Cfn(connectionString.Variable.Origin).Ref(connectionString.LogicalIdOf(declaration));
            handed.Add(new AddSecret(link.Family, Containers(link), connectionString.Variable.Value, secret, connectionString.Variable.Origin));
            handed.AddRange(Grants(link, secret, FamilyRole.Execution, connectionString.Variable.Origin));
        }

        if (handed.OfType<AddSecret>().Any(secret => connectionString is null || secret.Name != connectionString.Variable.Value))
        {
            handed.AddRange(Grants(link, Attribute(RdsAttributes.SecretArn, link.Use.Target.Origin), FamilyRole.Execution, link.Use.Target.Origin));
        }

        return new()
        {
            Resources = connectionString is null ? [] : [connectionString.Resource(database)],
            Contributions = [.. handed, .. TaskAccess(link), .. IamUsers.Of(link, database, diagnostics)],
        };
    }

    private IReadOnlyList<Contribution> Handed(Link link)
    {
        var reader = ReaderOf(link.Use);
        var mappings = SecretMapping.Read(reader(ServiceKeyNames.SecretsMappings), database.Declaration.Name, diagnostics) ?? mappingsForAll;
        var isHidden = IsTrue(reader(ServiceKeyNames.DoNotExposeMappings), ServiceKeyNames.DoNotExposeMappings);
        if (mappings is { Count: > 0 } && !isHidden && !database.HasSecret)
        {
            diagnostics.Add(RdsDiagnostics.NothingToMap(database.Declaration.Name, mappings[0].Key.Origin));
            return [];
        }

        var own = new Located<string>(database.Declaration.Name, link.Use.Target.Origin);
        IReadOnlyList<Contribution> handed = isHidden ? []
            : mappings is not null ? [.. mappings.Select(mapping => Mapped(link, mapping)).OfType<Contribution>(), .. Whole(link, database.Declaration.EnvironmentNames)]
            : [.. Whole(link, [own, .. database.Declaration.EnvironmentNames])];
        return [.. handed, .. Usual(link, own, mappings is null || isHidden, handed)];
    }

    private IEnumerable<AddSecret> Whole(Link link, IEnumerable<Located<string>> names) => !database.HasSecret ? [] :
        names.Select(name => new AddSecret(link.Family, Containers(link), name.Value, Attribute(RdsAttributes.SecretArn, name.Origin), name.Origin));

    // Names that we make up give way to those that somebody meant.
    private IEnumerable<SetVariable> Usual(Link link, Located<string> name, bool withAddress, IReadOnlyList<Contribution> handed)
    {
        var prefix = VariableName(name.Value);
        IEnumerable<(string Name, string Attribute)> usual =
        [
            .. IsNamed(link) ? (IEnumerable<(string, string)>)[] : [(prefix, RdsAttributes.Identifier)],
            .. withAddress ? Plain.Where(plain => Has(plain.Attribute)).Select(plain => (prefix + "_" + plain.Key.ToUpperInvariant(), plain.Attribute)) : [],
        ];
        var taken = handed.Select(each => each switch { AddSecret secret => secret.Name, SetVariable variable => variable.Name, _ => "" })
            .Concat(link.Use.ReturnValues.Select(value => value.Variable.Value)).ToList();
        return
            from variable in usual
            where !taken.Contains(variable.Name, StringComparer.Ordinal)
            let containers = link.Containers.Where(container => !container.Environment.Any(own => string.Equals(own.Name, variable.Name, StringComparison.Ordinal))).Select(container => container.Name).ToList()
            where containers.Count > 0
            select new SetVariable(link.Family, containers, variable.Name, Attribute(variable.Attribute, name.Origin), name.Origin);
    }

    // With names of its own for the database, or for its identifier, a service needs ours no more.
    private bool IsNamed(Link link) => database.Declaration.EnvironmentNames.Count > 0
        || link.Use.ReturnValues.Any(value => database.Declaration.Module.FindAttribute(value.Attribute.Value)?.Name == RdsAttributes.Identifier);

    private Contribution? Mapped(Link link, SecretMapping mapping)
    {
        var key = mapping.Key.Value;
        if (!database.IsForeign || database.IsRotated)
        {
            if (!Keys.Contains(key, StringComparer.Ordinal))
            {
                diagnostics.Add(RdsDiagnostics.UnknownSecretKey(key, database.Declaration.Name, Keys, mapping.Key.Origin));
                return null;
            }

            if (key == "engine" && database.Engine is { } engine)
            {
                return new SetVariable(link.Family, Containers(link), mapping.Variable.Value, new CfnString(engine.Name, mapping.Key.Origin), mapping.Variable.Origin);
            }

            if (Plain.FirstOrDefault(plain => plain.Key == key).Attribute is { } attribute)
            {
                return Variable(link, mapping.Variable.Value, attribute, mapping.Variable.Origin);
            }
        }

        var cfn = new Cfn(mapping.Key.Origin);
        return new AddSecret(link.Family, Containers(link), mapping.Variable.Value, SecretArns.Within("", Attribute(RdsAttributes.SecretArn, cfn.Origin), $":{key}::", cfn), mapping.Variable.Origin);
    }

    private IEnumerable<Contribution> TaskAccess(Link link)
    {
        if (ReaderOf(link.Use)(ServiceKeyNames.GrantTaskAccess) is not { } node)
        {
            yield break;
        }

        var mapping = node as YamlMapping;
        var reader = MappingReader.Of(mapping, diagnostics);
        var variable = reader.Text("SecretEnvName");
        reader.RejectOthers(ServiceKeyNames.GrantTaskAccess);
        if (mapping is null && !IsTrue(node, ServiceKeyNames.GrantTaskAccess))
        {
            yield break;
        }

        if (!database.HasSecret)
        {
            diagnostics.Add(RdsDiagnostics.NothingToMap(database.Declaration.Name, node.Location));
            yield break;
        }

        foreach (var grant in Grants(link, Attribute(RdsAttributes.SecretArn, node.Location), FamilyRole.Task, node.Location))
        {
            yield return grant;
        }

        yield return Variable(link, variable?.Value ?? VariableName(database.Declaration.Name) + "_SECRET", RdsAttributes.SecretArn, variable?.Origin ?? node.Location);
    }

    private IEnumerable<Contribution> Grants(Link link, CfnValue secret, FamilyRole role, Location origin)
    {
        yield return new GrantStatement(link.Family, Topic, "ReadDatabaseSecrets", ["secretsmanager:GetSecretValue"], [secret], origin) { Role = role };
        if (database.KeyArn is { } key)
        {
            yield return new GrantStatement(link.Family, Topic, "DecryptDatabaseSecrets", ["kms:Decrypt"], [key], origin) { Role = role, Condition = SecretArns.ViaSecretsManager(new(origin)) };
        }
    }

    private SetVariable Variable(Link link, string name, string attribute, Location origin) => new(link.Family, Containers(link), name, Attribute(attribute, origin), origin);

    private CfnValue Attribute(string name, Location origin) => database.Attribute(name, origin);

    private bool Has(string attribute) => attribute != RdsAttributes.DatabaseName || database.HasDatabaseName;

    private bool IsTrue(YamlNode? node, string key)
    {
        if (node is null)
        {
            return false;
        }

        if (node is YamlScalar scalar && bool.TryParse(scalar.Text, out var value))
        {
            return value;
        }

        diagnostics.Add(ModelDiagnostics.WrongKind(key, "true or false", node.Location));
        return false;
    }

    private static Func<string, YamlNode?> ReaderOf(ServiceUse use) => key => use.Extra.FirstOrDefault(entry => entry.Name == key)?.Value;

    private static IReadOnlyList<string> Containers(Link link) => [.. link.Containers.Select(container => container.Name)];

    private static string VariableName(string name) =>
        new([.. name.ToUpperInvariant().Select(c => c == '-' ? '_' : c).Where(c => c == '_' || (c < 128 && char.IsLetterOrDigit(c)))]);
}
