using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Lookups;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Secrets;

/// <summary>Reads where a secret of the compose file is kept on AWS, and who may read it.</summary>
internal sealed class SecretReader(LookupLock lookups, DiagnosticBag diagnostics)
{
    private const string Execution = "EcsExecutionRole";
    private const string Task = "EcsTaskRole";

    private static readonly string[] Roles = [Execution, Task];

    /// <summary>The secret; null, and a finding, when there is nothing of it on AWS.</summary>
    public Secret? Read(ComposeSecret secret)
    {
        if (secret.Extensions.FirstOrDefault(extension => extension.Name is "x-secrets" or "x-secret") is { } entry)
        {
            return entry.Value is YamlMapping mapping ? Read(secret, mapping) : Wrong(entry);
        }

        if (secret is { IsExternal: true, Name: { } name })
        {
            return SecretAddress.Read(name, diagnostics) is { } address ? new(secret.Key, address, null, null, [], true, false) : null;
        }

        var why = secret switch
        {
            { File: not null } => "is a file of this machine",
            { Environment: not null } => "is a variable of this machine",
            { Driver: not null } => "is kept by a driver that ECS does not have",
            _ => "says nowhere where it is kept",
        };
        diagnostics.Add(SecretsDiagnostics.NowhereOnAws(secret.Key, why, secret.File?.Origin ?? secret.Environment?.Origin ?? secret.Origin));
        return null;
    }

    private Secret? Read(ComposeSecret secret, YamlMapping mapping)
    {
        var reader = MappingReader.Of(mapping, diagnostics);
        var name = reader.Text("Name") ?? (secret.IsExternal ? secret.Name : null);
        var parameter = reader.Text("Parameter");
        var lookup = reader.Node("Lookup");
        var key = reader.Text("KmsKeyId");
        var variable = reader.Text("VarName");
        var keys = JsonKey.ReadAll(reader.Sequence("JsonKeys"), diagnostics);
        var links = reader.Texts("LinksTo", "LinkTo");
        reader.RejectOthers();
        foreach (var unknown in links.Where(link => Array.IndexOf(Roles, link.Value) < 0))
        {
            diagnostics.Add(SecretsDiagnostics.UnknownRole(unknown.Value, Roles, unknown.Origin));
        }

        if (variable is { } named && !VariableName.Check(named, diagnostics))
        {
            return null;
        }

        var found = lookup is null ? null : lookups.Find(SecretLookups.Section, secret.Key, lookup, diagnostics);
        if (Address(secret, mapping, name, parameter, lookup, found) is not { } address)
        {
            return null;
        }

        if (address.IsParameter && mapping["JsonKeys"] is { } refused)
        {
            diagnostics.Add(SecretsDiagnostics.NoKeys(secret.Key, refused.Location));
        }

        var forExecution = IsLinked(links, Execution);
        if (!forExecution && mapping["JsonKeys"] is { } idle)
        {
            diagnostics.Add(SecretsDiagnostics.NotHandedOver(secret.Key, idle.Location));
        }

        return new(secret.Key, address, KmsKey(key, found), variable, keys, forExecution, IsLinked(links, Task));
    }

    // A look-up says which secret; a name beside it only helped to find it.
    private SecretAddress? Address(ComposeSecret secret, YamlMapping mapping, Located<string>? name, Located<string>? parameter, YamlNode? lookup, FoundResource? found)
    {
        if (parameter is { } given)
        {
            if (mapping["Name"] is not null || lookup is not null)
            {
                diagnostics.Add(SecretsDiagnostics.TwoAddresses(secret.Key, given.Origin));
            }

            return SecretAddress.ReadParameter(given, diagnostics);
        }

        if (lookup is not null)
        {
            return found?.Require("Arn", lookup.Location, diagnostics) is CfnString arn ? SecretAddress.ReadArn(new(arn.Value, arn.Origin), false, diagnostics) : null;
        }

        if (name is { } text)
        {
            return SecretAddress.Read(text, diagnostics);
        }

        // A name of the wrong kind was reported already.
        if (mapping["Name"] is null && mapping["Parameter"] is null)
        {
            diagnostics.Add(SecretsDiagnostics.NoAddress(secret.Key, mapping.Location));
        }

        return null;
    }

    private CfnValue? KmsKey(Located<string>? written, FoundResource? found) => written is { } key ? KmsKeyArn.Read(key, diagnostics)
        : found is not null && found.Attributes.TryGetValue("KmsKeyId", out var id) && id is CfnString { Value.Length: > 0 } known ? KmsKeyArn.Read(new(known.Value, known.Origin), diagnostics)
        : null;

    private Secret? Wrong(YamlEntry entry)
    {
        diagnostics.Add(ModelDiagnostics.WrongKind(entry.Name, "a mapping with Name, Parameter or Lookup", entry.Value.Location));
        return null;
    }

    // Who does not say links both: ECS hands the secret over, and the code may read it anew.
    private static bool IsLinked(IReadOnlyList<Located<string>> links, string role) => links.Count == 0 || links.Any(link => string.Equals(link.Value, role, StringComparison.Ordinal));
}
