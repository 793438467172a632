using System;
using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Modules.Dynamodb;

/// <summary>Findings about tables.</summary>
public static class DynamodbDiagnostics
{
    public static Diagnostic NoProperties(string table, Location location) =>
        Diagnostic.Error("CXDYNAMODB01", location, $"Nothing says what the key of the table \"{table}\" is. Write \"Properties\" with \"AttributeDefinitions\" and \"KeySchema\", or \"Lookup\" for a table that exists.");

    public static Diagnostic NotDefined(string attribute, string owner, IReadOnlyList<string> defined, Location location) =>
        Diagnostic.Error("CXDYNAMODB02", location, $"\"{attribute}\" is in the key of {owner} and not among the AttributeDefinitions.{Spelling.Hint(attribute, defined)} Define it there with its AttributeType.");

    public static Diagnostic NotUsed(string attribute, Location location) =>
        Diagnostic.Error("CXDYNAMODB03", location, $"\"{attribute}\" is in no key, neither of the table nor of an index, and DynamoDB takes definitions of key attributes only. Remove it: other attributes need no definition.");

    public static Diagnostic BadKey(string owner, string expected, Location location) =>
        Diagnostic.Error("CXDYNAMODB04", location, $"The key of {owner} must have {expected}.");

    public static Diagnostic NotLocal(string index, string hash, Location location) =>
        Diagnostic.Error("CXDYNAMODB05", location, $"The key of {index} must have the table's \"{hash}\" as HASH and another attribute as RANGE, since a local index orders the same items otherwise. Write so, or make it one of the GlobalSecondaryIndexes.");

    public static Diagnostic LocalWithoutRange(string index, Location location) =>
        Diagnostic.Error("CXDYNAMODB06", location, $"The table has no RANGE in its key, so it cannot have {index}, which is local. Make it one of the GlobalSecondaryIndexes.");

    public static Diagnostic IndexTwice(string index, Location location) =>
        Diagnostic.Error("CXDYNAMODB07", location, $"There are two indexes \"{index}\". Give one another name.");

    public static Diagnostic UnknownChoice(string property, string value, IReadOnlyList<string> choices, Location location) =>
        Diagnostic.Error("CXDYNAMODB08", location, $"\"{value}\" is no value of \"{property}\".{Spelling.Hint(value, choices)} It may be {string.Join(" or ", choices)}.");

    public static Diagnostic NothingIncluded(Location location) =>
        Diagnostic.Error("CXDYNAMODB09", location, "A projection \"INCLUDE\" must say which attributes it includes. List them in \"NonKeyAttributes\".");

    public static Diagnostic NotIncluded(string type, Location location) =>
        Diagnostic.Error("CXDYNAMODB10", location, $"A projection \"{type}\" takes no \"NonKeyAttributes\". Remove them, or set \"ProjectionType: INCLUDE\".");

    public static Diagnostic NoExpiry(Location location) =>
        Diagnostic.Error("CXDYNAMODB11", location, "\"TimeToLiveSpecification\" must say which attribute tells when an item expires. Set \"AttributeName\".");

    public static Diagnostic UnitsOnDemand(Location location) =>
        Diagnostic.Error("CXDYNAMODB12", location, "A table with \"BillingMode: PAY_PER_REQUEST\" has no capacity units. Remove \"ProvisionedThroughput\", or set \"BillingMode: PROVISIONED\".");

    public static Diagnostic NoUnits(string owner, Location location) =>
        Diagnostic.Error("CXDYNAMODB13", location, $"The table is PROVISIONED, and nothing says how many units {owner} has. Set its \"ProvisionedThroughput\", or \"BillingMode: PAY_PER_REQUEST\" and no units at all.");

    public static Diagnostic RequestsProvisioned(Location location) =>
        Diagnostic.Error("CXDYNAMODB14", location, "\"OnDemandThroughput\" limits tables with \"BillingMode: PAY_PER_REQUEST\" only, and this one is PROVISIONED. Remove one of them.");

    public static Diagnostic KeyWithoutEncryption(Location location) =>
        Diagnostic.Error("CXDYNAMODB15", location, "\"SSEEnabled: false\" contradicts \"KMSMasterKeyId\". Remove one of them.");

    public static Diagnostic KeyByAlias(string key, Location location) =>
        Diagnostic.Warning("CXDYNAMODB16", location, $"A permission cannot name a key by an alias, so services that use the table get none for \"{key}\". Name the key by its ARN, or as x-kms::<name>.");

    public static Diagnostic NoStream(string table, Location location) =>
        Diagnostic.Error("CXDYNAMODB17", location, $"The table \"{table}\" has no stream that is known here. For a new table set \"StreamSpecification\" with \"StreamViewType\"; for one that exists look it up once it has a stream.");

    public static Diagnostic ScalingOnDemand(Location location) =>
        Diagnostic.Warning("CXDYNAMODB18", location, "A table with \"BillingMode: PAY_PER_REQUEST\" scales by itself, so with \"Scaling\" it becomes PROVISIONED. Remove one of them.");

    public static Diagnostic UnknownIndex(string index, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXDYNAMODB19", location, known.Count == 0
            ? $"The table has no global index, so \"{index}\" cannot scale. Remove it."
            : $"The table has no global index \"{index}\".{Spelling.Hint(index, known)} It has {string.Join(", ", known)}.");

    public static Diagnostic NothingScales(Location location) =>
        Diagnostic.Error("CXDYNAMODB20", location, "Nothing says what scales. Write \"ReadCapacityUnits\" or \"WriteCapacityUnits\", each with \"MinCapacity\", \"MaxCapacity\" and \"TargetValue\", under \"Table\" of \"Scaling\", or under an index of its \"Indexes\".");

    public static Diagnostic MissingNumber(string key, string unit, Location location) =>
        Diagnostic.Error("CXDYNAMODB21", location, $"\"{unit}\" must have \"{key}\". Write \"MinCapacity\", \"MaxCapacity\" and \"TargetValue\".");

    public static Diagnostic NoNumber(string key, string value, string range, Location location) =>
        Diagnostic.Error("CXDYNAMODB22", location, $"\"{key}\" must be {range}, and \"{value}\" is not.");

    public static Diagnostic MinimumAboveMaximum(long minimum, long maximum, Location location) =>
        Diagnostic.Error("CXDYNAMODB23", location, FormattableString.Invariant($"\"MinCapacity\" {minimum} is above \"MaxCapacity\" {maximum}. Swap them."));

    public static Diagnostic UnusualTarget(string value, Location location) =>
        Diagnostic.Warning("CXDYNAMODB24", location, $"DynamoDB scales well with a \"TargetValue\" from 20 to 90 percent: {value} leaves too much unused, or too little for a burst.");

    public static Diagnostic IgnoredForExisting(string key, string table, Location location) =>
        Diagnostic.Warning("CXDYNAMODB25", location, $"The table \"{table}\" exists already, so nothing is made of \"{key}\". Remove it, or remove \"Lookup\" or \"Use\".");

    public static Diagnostic NoTable(string text, Location location) =>
        Diagnostic.Error("CXDYNAMODB26", location, $"\"{text}\" is neither the name nor the ARN of a table. Names are of letters, digits, hyphens, dots and underscores.");

    public static Diagnostic IndexesAlike(string first, string second, Location location) =>
        Diagnostic.Error("CXDYNAMODB27", location, $"The indexes \"{first}\" and \"{second}\" differ only in characters that a logical id cannot have, so they cannot both scale. Rename one, or scale one of them.");
}
