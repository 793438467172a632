using System.Collections.Generic;
using System.Linq;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Rds;

/// <summary>Code that reads the secret itself (<c>GrantTaskAccess</c>): the permission, and a variable with the secret's ARN.</summary>
internal static class TaskAccess
{
    private const string Key = ServiceKeyNames.GrantTaskAccess;

    public static IEnumerable<Contribution> Of(Link link, DatabaseView database, DiagnosticBag diagnostics)
    {
        if (link.Use.Extra.FirstOrDefault(entry => entry.Name == Key)?.Value is not { } node)
        {
            return [];
        }

        var mapping = node as YamlMapping;
        var reader = MappingReader.Of(mapping, diagnostics);
        var variable = reader.Text("SecretEnvName");
        reader.RejectOthers(Key);
        if (mapping is null && !IsTrue(node, Key, diagnostics))
        {
            return [];
        }

        if (!database.HasSecret)
        {
            diagnostics.Add(RdsDiagnostics.NothingToMap(database.Declaration.Name, node.Location));
            return [];
        }

        var origin = variable?.Origin ?? node.Location;
        var secret = database.Attribute(RdsAttributes.SecretArn, node.Location);
        var name = variable?.Value ?? VariableName(database.Declaration.Name) + "_SECRET";
        return
        [
            .. SecretGrants.Of(link, database, secret, FamilyRole.Task, node.Location),
            new SetVariable(link.Family, [.. link.Containers.Select(container => container.Name)], name, secret, origin),
        ];
    }

    /// <summary>Whether a key is there and true.</summary>
    public static bool IsTrue(YamlNode? node, string key, DiagnosticBag diagnostics)
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

    /// <summary>How variables that are named for a database begin.</summary>
    public static string VariableName(string name) =>
        new([.. name.ToUpperInvariant().Select(c => c == '-' ? '_' : c).Where(c => c == '_' || (c < 128 && char.IsLetterOrDigit(c)))]);
}
