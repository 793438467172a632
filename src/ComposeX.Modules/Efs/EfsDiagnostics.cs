using System;
using ComposeX.Syntax;

namespace ComposeX.Modules.Efs;

/// <summary>Findings about file systems.</summary>
public static class EfsDiagnostics
{
    public static Diagnostic NoFileSystem(string text, Location location) =>
        Diagnostic.Error("CXEFS01", location, $"\"{text}\" is neither the id of a file system nor its ARN. An id looks like fs-0123456789abcdef0.");

    public static Diagnostic UnknownGroup(string name, Location location) =>
        Diagnostic.Error("CXEFS02", location, $"The security group of the mount targets of \"{name}\" is not known, so no rule can let a service reach them. Write \"Use: {{FilesystemId: fs-…, GroupId: sg-…}}\".");

    public static Diagnostic HasNoEffect(string key, string existing, Location location) =>
        Diagnostic.Warning("CXEFS03", location, $"\"{key}\" has no effect beside \"{existing}\": the file system exists already, and is not changed here. Remove one of them.");

    public static Diagnostic NoMode(string mode, Location location) =>
        Diagnostic.Error("CXEFS04", location, $"\"{mode}\" is no file mode. Write octal digits in quotes, such as \"0755\".");

    public static Diagnostic NoKey(string reference, Location location) =>
        Diagnostic.Error("CXEFS05", location, $"\"{reference}\" is no KMS key. Name one of x-kms, or write the ARN of a key.");

    public static Diagnostic OneZone(string name, int subnets, Location location) =>
        Diagnostic.Error("CXEFS06", location, FormattableString.Invariant($"\"{name}\" is in one zone, and EFS takes a mount target in no other; its set has {subnets} subnets, one for each zone. Name a set with one subnet with \"Subnets\" under Settings, or remove this."));
}
