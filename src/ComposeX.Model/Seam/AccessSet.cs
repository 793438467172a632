using System.Collections.Generic;
using System.Linq;

namespace ComposeX.Model.Seam;

/// <summary>A named set of IAM permissions on one resource.</summary>
/// <param name="Name">What the user writes after <c>Access:</c>.</param>
/// <param name="Actions">IAM actions, spelt out: no wildcard grants what AWS adds later. None where IAM has no say, as for whoever reaches a cache.</param>
/// <param name="Resources">ARNs with <c>${Arn}</c> standing for the resource's own.</param>
public sealed record AccessSet(string Name, IReadOnlyList<string> Actions, IReadOnlyList<string> Resources)
{
    /// <summary>What the set is about where one resource has several sides: <c>objects</c> in <c>Access: {objects: RW}</c>.</summary>
    public string? Dimension { get; init; }

    /// <summary>What its users may do with the KMS key that encrypts the resource, when there is one (<see cref="EncryptionOffer"/>).</summary>
    public IReadOnlyList<string> KeyActions { get; init; } = [];

    /// <summary>Whether it forbids, whatever else allows.</summary>
    public bool Denies { get; init; }

    /// <summary>What must hold for it, or null.</summary>
    public AccessCondition? Condition { get; init; }

    /// <summary>Whether it is a policy template of AWS SAM and not a set of the module's own.</summary>
    public bool IsTemplate { get; init; }

    /// <summary>What tells it from others of its name, where one name stands for several statements: <c>Bucket</c>.</summary>
    public string Part { get; init; } = "";

    /// <summary>The statement's id, in letters and digits: <c>RW</c>, <c>objectsRW</c>; the dimension alone where that is on or off.</summary>
    public string Sid => new([.. ((Name == On ? Dimension ?? Name : Dimension + Name) + Part).Where(c => c < 128 && char.IsLetterOrDigit(c))]);

    /// <summary>The name of a set that its dimension switches on: <c>Access: {enforceSecureConnection: true}</c>.</summary>
    public const string On = "true";

    /// <summary>A set on the resource's own ARN.</summary>
    public static AccessSet OnResource(string name, params string[] actions) => new(name, actions, ["${Arn}"]);
}

/// <summary>A condition of an IAM statement: <c>new("Bool", "aws:SecureTransport", "false")</c>.</summary>
public sealed record AccessCondition(string Operator, string Key, string Value);
