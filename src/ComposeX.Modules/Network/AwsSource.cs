using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Network;

/// <summary>An entry of <c>AwsSources</c>: a security group, or a prefix list.</summary>
internal static class AwsSource
{
    private static readonly Regex Account = new("^[0-9]{12}$", RegexOptions.CultureInvariant);

    public static IEnumerable<Contribution> Read(YamlNode item, NetworkScope scope)
    {
        if (item is not YamlMapping mapping)
        {
            scope.Diagnostics.Add(ModelDiagnostics.WrongKind("AwsSources", "a list of entries with Type and Id or Lookup", item.Location));
            return [];
        }

        var reader = MappingReader.Of(mapping, scope.Diagnostics);
        var kind = ReadKind(reader.Text("Type"), mapping, scope);
        var value = kind is null ? null : ExistingId.Read(reader, "AwsSources", kind, mapping.Location, scope);
        var owner = ReadOwner(reader.Text("AccountOwner"), kind, scope);
        var name = RuleText.Read(reader, "Name", scope)?.Value;
        var description = RuleText.Read(reader, "Description", scope)?.Value;
        var ports = OpenPorts.For(reader, true, name is null ? "a source in AWS" : $"\"{name}\"", scope, mapping.Location);
        _ = (reader.Node("Id"), reader.Node("Lookup"));
        reader.RejectOthers("AwsSources of x-network");
        if (value is null)
        {
            return [];
        }

        var id = ExistingId.TextOf(value);
        IngressSource source = kind == ExistingId.PrefixList ? new PrefixListSource(id, value) : new GroupSource(id, value, owner);
        return ports.SelectMany(port => Ingress.Open(source, [port], description ?? ExternalSource.Describe(name ?? id, scope, port), mapping.Location, scope));
    }

    // An id says by itself what it is of.
    private static ExistingId? ReadKind(Located<string>? type, YamlMapping source, NetworkScope scope)
    {
        switch (type?.Value)
        {
            case "SecurityGroup":
                return ExistingId.SecurityGroup;
            case "PrefixList":
                return ExistingId.PrefixList;
            case null:
                return source["Id"] is YamlScalar id && id.Text.StartsWith(ExistingId.PrefixList.Prefix, StringComparison.Ordinal) ? ExistingId.PrefixList : ExistingId.SecurityGroup;
            case var unknown:
                scope.Diagnostics.Add(NetworkDiagnostics.BadType(unknown, type.Value.Origin));
                return null;
        }
    }

    private static string? ReadOwner(Located<string>? owner, ExistingId? kind, NetworkScope scope)
    {
        if (owner is { } given && (!Account.IsMatch(given.Value) || kind == ExistingId.PrefixList))
        {
            scope.Diagnostics.Add(NetworkDiagnostics.BadOwner(given.Value, given.Origin));
        }

        return owner?.Value;
    }
}
