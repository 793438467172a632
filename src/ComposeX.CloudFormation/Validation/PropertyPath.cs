using System;

namespace ComposeX.CloudFormation.Validation;

/// <summary>Where inside a resource's properties a value stands, as messages name it.</summary>
internal readonly record struct PropertyPath(string Type, string Path)
{
    public PropertyPath Member(string name) => this with { Path = Path.Length == 0 ? name : Path + "." + name };

    public PropertyPath Item(int index) => this with { Path = Path + FormattableString.Invariant($"[{index}]") };

    /// <summary>How a message calls the object itself: <c>AWS::SQS::Queue</c>, or <c>"RedrivePolicy" of AWS::SQS::Queue</c>.</summary>
    public string Owner => Path.Length == 0 ? Type : $"\"{Path}\" of {Type}";
}
