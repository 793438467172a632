using System;
using System.Linq;
using ComposeX.Compiler.Rooms;
using ComposeX.Compose.Projects;
using ComposeX.Model.Lookups;
using ComposeX.Model.Seam;
using ComposeX.Syntax;
using Newtonsoft.Json.Linq;

namespace ComposeX.Compiler.Tests.Corpus;

/// <summary>A lock file in which every look-up of a project has been found.</summary>
internal static class SyntheticLock
{
    private static readonly string[] Common = ["Arn", "Id", "KmsKeyId", "HostedZoneId", "ZoneName", "DNSName", "CanonicalHostedZoneID", "NamespaceId", "GroupId", "SecurityGroupId", "Engine"];

    public static string For(ComposeProject project)
    {
        var lookups = new JObject();
        foreach (var extension in project.Extensions)
        {
            var module = ModuleCatalogue.Modules.FirstOrDefault(module => module.Key == extension.Name);
            if (module is EnvironmentModule && extension.Value is YamlMapping { } environment && environment["Lookup"] is { } lookup)
            {
                Add(extension.Name, module.Topic(), lookup, Environment(extension.Name, lookup));
            }

            foreach (var entry in module is EnvironmentModule ? [] : (extension.Value as YamlMapping)?.Entries ?? [])
            {
                if ((entry.Value as YamlMapping)?["Lookup"] is { } found)
                {
                    Add(extension.Name, entry.Name, found, Attributes(module, entry));
                }
            }
        }

        foreach (var secret in (project.Root["secrets"] as YamlMapping)?.Entries ?? [])
        {
            if (((secret.Value as YamlMapping)?["x-secrets"] as YamlMapping)?["Lookup"] is { } found)
            {
                Add("secrets", secret.Name, found, Attributes(null, secret));
            }
        }

        return new JObject { ["version"] = 1, ["lookups"] = lookups }.ToString();

        void Add(string key, string name, YamlNode lookup, JObject attributes)
        {
            lookups[key] ??= new JObject();
            lookups[key]![name] = new JObject { ["lookup"] = LookupText.Of(lookup), ["attributes"] = attributes };
        }
    }

    private static JObject Environment(string key, YamlNode lookup)
    {
        if (key == "x-cluster")
        {
            // The peer's recorded answers: the cluster "testing" of its negative cases has no providers.
            var name = lookup is YamlScalar text ? text.Text : ((lookup as YamlMapping)?["ClusterName"] as YamlScalar)?.Text ?? "found";
            return new JObject
            {
                ["ClusterName"] = name,
                ["Arn"] = $"arn:aws:ecs:eu-west-1:012345678912:cluster/{name}",
                ["CapacityProviders"] = name == "testing" ? new JArray() : new JArray("FARGATE", "FARGATE_SPOT"),
                ["DefaultCapacityProviderStrategy"] = new JArray(),
                ["CloudWatchLogGroupName"] = "/ecs/exec",
                ["S3BucketName"] = "exec-logs",
                ["KmsKeyId"] = "arn:aws:kms:eu-west-1:012345678912:key/00000000-0000-0000-0000-000000000000",
            };
        }

        var attributes = new JObject { ["VpcId"] = "vpc-0123456789abcdef0" };
        foreach (var tier in ((lookup as YamlMapping)?.Entries ?? []).Select(entry => entry.Name).Where(name => name is not ("VpcId" or "RoleArn")))
        {
            attributes[tier] = new JArray($"subnet-{Digits(tier)}0a", $"subnet-{Digits(tier)}0b");
        }

        return attributes;
    }

    private static JObject Attributes(Module? module, YamlEntry entry)
    {
        var attributes = new JObject();
        foreach (var name in Common.Concat((module?.Attributes ?? []).SelectMany(attribute => new[] { attribute.Name, attribute.Alias }).OfType<string>()).Distinct(StringComparer.Ordinal))
        {
            attributes[name] = Value(name, entry, module is null);
        }

        return attributes;
    }

    private static string Value(string attribute, YamlEntry entry, bool isSecret) => attribute switch
    {
        "HostedZoneId" => "Z0123456789EXAMPLE",
        "ZoneName" or "Name" => ((entry.Value as YamlMapping)?["ZoneName"] as YamlScalar ?? (entry.Value as YamlMapping)?["Name"] as YamlScalar)?.Text ?? "found.internal",
        "NamespaceId" or "Id" => "ns-0123456789abcdef",
        "KmsKeyId" => "arn:aws:kms:eu-west-1:012345678912:key/00000000-0000-0000-0000-000000000000",
        "GroupId" or "SecurityGroupId" => "sg-0123456789abcdef0",
        "Engine" => "aurora-postgresql",
        "Endpoint.Port" or "EndpointPort" => "5432",
        "SecretArn" => "arn:aws:secretsmanager:eu-west-1:012345678912:secret:found-AbCdEf",
        _ when attribute.EndsWith("Port", StringComparison.Ordinal) => "6379",
        _ when isSecret && attribute.EndsWith("Arn", StringComparison.Ordinal) => "arn:aws:secretsmanager:eu-west-1:012345678912:secret:found-AbCdEf",
        _ when attribute.EndsWith("Arn", StringComparison.Ordinal) => "arn:aws:acm:eu-west-1:012345678912:certificate/00000000-0000-0000-0000-000000000000",
        _ => "found",
    };

    private static string Digits(string tier) => string.Concat(tier.Take(3).Select(letter => ((int)letter).ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
}
