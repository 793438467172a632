using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Modules.Cloudmap;

/// <summary>Findings about namespaces, and about services that are registered in them.</summary>
public static class CloudmapDiagnostics
{
    public static Diagnostic NoName(string name, Location location) =>
        Diagnostic.Error("CXCLOUDMAP01", location, $"The namespace \"{name}\" has no name in DNS. Set \"Name\" to one such as shop.internal.");

    public static Diagnostic TwoNames(string name, string other, Location location) =>
        Diagnostic.Error("CXCLOUDMAP02", location, $"The namespace is called \"{name}\" and here \"{other}\". Write one name, in \"Name\".");

    public static Diagnostic BadZoneName(string name, Location location) =>
        Diagnostic.Error("CXCLOUDMAP03", location, $"\"{name}\" is no name in DNS: labels of letters, digits, hyphens and underscores, with dots between them. Write one such as shop.internal.");

    public static Diagnostic ZoneDeclaredTwice(string zone, string other, Location location) =>
        Diagnostic.Error("CXCLOUDMAP04", location, $"\"{other}\" is the namespace of \"{zone}\" already. Remove one of the two, or give this one another name.");

    public static Diagnostic OldNamespaceInNewVpc(string name, Location location) =>
        Diagnostic.Error("CXCLOUDMAP05", location, $"The namespace \"{name}\" exists, in a VPC that exists, but the tasks run in a VPC that is created here and cannot resolve its names. Name that VPC with x-vpc: Lookup, or let the namespace be created too.");

    public static Diagnostic UnknownType(string type, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXCLOUDMAP06", location, $"\"{type}\" is no type of namespace.{Spelling.Hint(type, known)} It may be {string.Join(", ", known)}.");

    public static Diagnostic IdExpected(Location location) =>
        Diagnostic.Error("CXCLOUDMAP07", location, "\"Use\" must be the id of an existing namespace, such as ns-abcdefgh12345678.");

    public static Diagnostic VpcReplaced(Location location) =>
        Diagnostic.Warning("CXCLOUDMAP08", location, "The names are for the VPC that the tasks run in, so this \"Vpc\" is not used. Remove it.");

    public static Diagnostic NoHostedZone(string name, bool isInUse, Location location) =>
        Diagnostic.Error("CXCLOUDMAP09", location, isInUse
            ? $"Of the namespace \"{name}\" only its id is known, not its hosted zone. Name it with \"Lookup\" instead of \"Use\"."
            : $"The namespace \"{name}\" has no hosted zone: it is not in DNS. Give it another \"Type\", or do not refer to its hosted zone.");

    public static Diagnostic OneRegistry(string family, string used, Location location) =>
        Diagnostic.Warning("CXCLOUDMAP20", location, $"ECS registers a service once, and \"{family}\" is registered in \"{used}\" already, so this is not done. Keep one.");

    public static Diagnostic NotInDns(string name, Location location) =>
        Diagnostic.Error("CXCLOUDMAP21", location, $"The namespace \"{name}\" is not in DNS, so a service cannot be registered there. Give it another \"Type\", or use x-ecs_connect.");

    public static Diagnostic UnknownPort(string port, string family, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXCLOUDMAP22", location, $"No container of \"{family}\" listens on {port}. {(known.Count == 0 ? "It has no ports: add one under \"expose\"." : $"It has {string.Join(", ", known)}; the port inside the container counts, not the published one.")}");

    public static Diagnostic AddressOnly(string family, Location location) =>
        Diagnostic.Warning("CXCLOUDMAP23", location, $"\"{family}\" has no port, so only the addresses of its tasks are registered (A records). Add a port under \"expose\" to have it found with its port (SRV).");

    public static Diagnostic BadHostName(string name, Location location) =>
        Diagnostic.Error("CXCLOUDMAP24", location, $"\"{name}\" is no name for a service in DNS: labels of letters, digits, hyphens and underscores, with dots between them. Set another with \"Name\".");

    public static Diagnostic NameTaken(string name, string zone, string family, Location location) =>
        Diagnostic.Error("CXCLOUDMAP25", location, $"\"{family}\" is registered as \"{name}\" in \"{zone}\" already. Set another name with \"Name\".");
}
