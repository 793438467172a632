using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Kms;

/// <summary>Finds the services of AWS that a key's policy must let in: no other room knows of both the key and its users.</summary>
internal static class KeyUsers
{
    // EventBridge does not tell KMS whose rule it is: https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
    private const string Unconditional = "events.amazonaws.com";

    // The developer guide of CloudWatch Logs asks for these, its wildcards spelt out.
    private static readonly string[] ForLogs =
    [
        "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo",
    ];

    public static IReadOnlyList<KeyUser> Of(Declaration key, Surroundings surroundings) =>
        [.. Senders(key, surroundings), .. Encrypters(key, surroundings)];

    /// <summary>Those that encrypt with it what is no declaration of its own.</summary>
    public static IEnumerable<KeyUser> Encrypters(Declaration key, Surroundings surroundings) => [.. Logs(key, surroundings), .. ClusterStorage.Users(key, surroundings)];

    /// <summary>What is encrypted with the key.</summary>
    public static IEnumerable<(Declaration Declaration, EncryptionOffer Offer)> EncryptedWith(Declaration key, Surroundings surroundings) =>
        surroundings.Offers<EncryptionOffer>().Where(pair => pair.Offer.KeyArn is DeclarationReference reference && IsTo(reference, key));

    public static bool IsTo(DeclarationReference reference, Declaration declaration) =>
        string.Equals(reference.Key, declaration.Module.Key, StringComparison.Ordinal) && string.Equals(reference.Name, declaration.Name, StringComparison.Ordinal);

    // Who sends to what is encrypted encrypts what it sends: a topic to a queue, an alarm to a topic.
    private static IEnumerable<KeyUser> Senders(Declaration key, Surroundings surroundings)
    {
        var encrypted = EncryptedWith(key, surroundings).Select(pair => pair.Declaration).Distinct().ToList();
        return surroundings.Offers<DeliveryOffer>()
            .SelectMany(delivery => encrypted.Where(target => IsTo(delivery.Offer.Target, target)).Select(target => (delivery.Offer.Principal, delivery.Offer.Origin, Target: target)))
            .GroupBy(delivery => delivery.Principal, StringComparer.Ordinal)
            .OrderBy(deliveries => deliveries.Key, StringComparer.Ordinal)
            .Select(deliveries => Sender(deliveries.Key, [.. deliveries.Select(delivery => delivery.Target).Distinct()], deliveries.First().Origin));
    }

    private static KeyUser Sender(string principal, IReadOnlyList<Declaration> targets, Location origin)
    {
        var cfn = new Cfn(origin);
        return new(
            principal.Split('.')[0], cfn.String(principal),
            $"deliver to {string.Join(", ", targets.Select(target => $"\"{target.Name}\" of {target.Module.Key}"))}",
            ["kms:Decrypt", "kms:GenerateDataKey"],
            principal == Unconditional ? null : cfn.Map(("StringEquals", cfn.Map(("aws:SourceAccount", cfn.Pseudo("AWS::AccountId"))))), origin);
    }

    // Log groups that "KmsKeyId" under "x-logging" encrypts. The service's principal carries the region and, in China, another suffix.
    private static IEnumerable<KeyUser> Logs(Declaration key, Surroundings surroundings)
    {
        var families = surroundings.Families.Select(family => (Family: family, Origin: KeyOfLogs(family, key))).Where(pair => pair.Origin is not null).ToList();
        if (families.Count == 0)
        {
            yield break;
        }

        const string LogGroup = "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:";
        var cfn = new Cfn(families[0].Origin!.Value);
        var groups = families.Select(pair => FamilyLogs.GroupName(pair.Family, new Cfn(pair.Origin!.Value), LogGroup));
        yield return new(
            "logs", cfn.Sub("logs.${AWS::Region}.${AWS::URLSuffix}"),
            $"encrypt the logs of {string.Join(", ", families.Select(pair => $"\"{pair.Family.Name}\""))}", ForLogs,
            cfn.Map(("ArnEquals", cfn.Map(("kms:EncryptionContext:aws:logs:arn", cfn.List(groups))))), cfn.Origin);
    }

    private static Location? KeyOfLogs(Family family, Declaration key) => family.Services
        .Select(service => (service.Key("x-logging")?.Value as YamlMapping)?["KmsKeyId"])
        .OfType<YamlScalar>()
        .Where(text => PropertiesReader.ReadReference(text.Text, text.Location) is { } reference && IsTo(reference, key))
        .Select(text => (Location?)text.Location)
        .FirstOrDefault();
}
