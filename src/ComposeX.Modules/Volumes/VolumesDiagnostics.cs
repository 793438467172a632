using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Modules.Volumes;

/// <summary>Findings about what is mounted into containers.</summary>
public static class VolumesDiagnostics
{
    public static Diagnostic LostWithTheTask(string volume, string family, Location location) =>
        Diagnostic.Warning("CXVOLUMES01", location, $"What \"{family}\" writes to \"{volume}\" is lost with each task, and no other task sees it. Give the volume \"x-efs\" to keep it, or mount it without a name when nothing in it is to be kept.");

    public static Diagnostic SharedInTheTask(string volume, string family, Location location) =>
        Diagnostic.Note("CXVOLUMES02", location, $"\"{volume}\" is shared by the containers of \"{family}\", and lost with each task. Give the volume \"x-efs\" to keep what is in it.");

    public static Diagnostic NotOnFargate(string path, string service, bool isOfThisMachine, Location location) =>
        Diagnostic.Warning("CXVOLUMES03", location, $"Fargate has no directory \"{path}\" to mount, so \"{service}\" runs without it. Copy it into the image (\"build\" with \"dockerfile_inline\"), {(isOfThisMachine ? "or mount a volume with \"x-efs\"" : "mount a volume with \"x-efs\", or run the family on instances (x-ec2) with the deploy label ecs.compute.platform: EC2")}.");

    public static Diagnostic OfThisMachine(string path, string service, Location location) =>
        Diagnostic.Warning("CXVOLUMES04", location, $"\"{path}\" is a directory of the machine that builds, which instances do not have, so \"{service}\" runs without it. Copy it into the image (\"build\" with \"dockerfile_inline\"), or mount a volume with \"x-efs\".");

    public static Diagnostic EngineSocket(string service, string place, Location location) =>
        Diagnostic.Warning("CXVOLUMES05", location, $"{place} has no container engine to talk to, so \"{service}\" runs without its socket. Run the family on instances (x-ec2) with the deploy label ecs.compute.platform: EC2, or leave the service out with \"profiles\".");

    public static Diagnostic NoSuchType(string type, string service, Location location) =>
        Diagnostic.Warning("CXVOLUMES06", location, $"ECS mounts nothing of the type \"{type}\", so \"{service}\" runs without it. Use a \"volume\", or copy what is needed into the image.");

    public static Diagnostic NoSubPath(string path, string service, Location location) =>
        Diagnostic.Warning("CXVOLUMES07", location, $"ECS mounts a volume as a whole, not its part \"{path}\", so \"{service}\" runs without it. Declare a volume for the part.");

    public static Diagnostic NoDriver(string driver, string volume, string place, Location location) =>
        Diagnostic.Warning("CXVOLUMES08", location, $"{place} has no driver \"{driver}\", so the volume \"{volume}\" is disk space of each task. Write \"driver: efs\", or run its families on instances (x-ec2) with the deploy label ecs.compute.platform: EC2.");

    public static Diagnostic ExternalVolume(string volume, Location location) =>
        Diagnostic.Warning("CXVOLUMES09", location, $"The external volume \"{volume}\" is no file system on EFS, so tasks get disk space of their own for it. Name one with \"x-efs: {{Use: fs-…}}\".");

    public static Diagnostic EfsOutside(string volume, string family, Location location) =>
        Diagnostic.Error("CXVOLUMES10", location, $"\"{family}\" runs outside of AWS and cannot mount \"{volume}\" on EFS. Run it on FARGATE or EC2, or mount a directory of its machines.");

    public static Diagnostic NoFileSystem(string text, Location location) =>
        Diagnostic.Error("CXVOLUMES11", location, $"\"{text}\" is no id of a file system. It looks like fs-0123456789abcdef0.");

    public static Diagnostic UnknownGroup(string name, string id, Location location) =>
        Diagnostic.Warning("CXVOLUMES12", location, $"Nothing here can let tasks reach the mount targets of \"{name}\", as their security group is not known. Write \"x-efs: {{Use: {{FilesystemId: {id}, GroupId: sg-…}}}}\".");

    public static Diagnostic UnknownOption(string option, string volume, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Warning("CXVOLUMES13", location, $"\"{option}\" of \"{volume}\" means nothing on EFS.{Spelling.Hint(option, known)} It may be {string.Join(", ", known)}; \"x-efs: Properties\" takes all that AWS has.");

    public static Diagnostic NoMode(string mode, Location location) =>
        Diagnostic.Error("CXVOLUMES14", location, $"\"{mode}\" is no file mode. Write octal digits in quotes, such as \"0755\".");

    public static Diagnostic NoTier(string tier, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXVOLUMES15", location, $"There are no subnets \"{tier}\".{Spelling.Hint(tier, known)} They may be {string.Join(", ", known)}.");

    public static Diagnostic DefaultSize(string target, Location location) =>
        Diagnostic.Note("CXVOLUMES16", location, $"\"{target}\" gets 64 MiB of memory, as ECS wants a size for each tmpfs. Write one: \"{target}:size=64m\".");

    public static Diagnostic NoTmpfsOption(string option, string target, Location location) =>
        Diagnostic.Warning("CXVOLUMES17", location, $"ECS does not take the option \"{option}\" for the tmpfs \"{target}\", which is mounted without it. Remove it.");

    public static Diagnostic NoConfigs(string config, string service, string wayOut, Location location) =>
        Diagnostic.Warning("CXVOLUMES18", location, $"ECS mounts directories only, not the file of the config \"{config}\", so \"{service}\" runs without it. {wayOut}.");

    public static Diagnostic UnknownKey(string key, string volume, Location location) =>
        Diagnostic.Warning("CXVOLUMES19", location, $"Nothing reads \"{key}\" of the volume \"{volume}\". Did you mean \"x-efs\"?");

    public static Diagnostic DeclaredElsewhere(string volume, Location location) =>
        Diagnostic.Warning("CXVOLUMES21", location, $"The volume \"{volume}\" is configured by \"{volume}\" under the top-level key x-efs, so this is not read. Remove one of them.");

    public static Diagnostic NoPath(string target, string service, Location location) =>
        Diagnostic.Error("CXVOLUMES20", location, $"\"{target}\" is no path in the container \"{service}\", where it must start with \"/\". A volume's name of one letter is read as a drive: give it a longer one, or write \"source\" and \"target\".");
}
