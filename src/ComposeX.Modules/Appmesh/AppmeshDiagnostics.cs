using System;
using System.Collections.Generic;
using System.IO;
using ComposeX.Syntax;

namespace ComposeX.Modules.Appmesh;

/// <summary>Findings about a mesh.</summary>
public static class AppmeshDiagnostics
{
    public static Diagnostic EndOfLife(Location location) =>
        Diagnostic.Warning("CXAPPMESH01", location, "AWS has ended App Mesh on 2026-09-30: meshes and their nodes can be neither made nor reached any more. Set EcsMeshProvider to ServiceConnect, and this block becomes ECS Service Connect.");

    public static Diagnostic NothingUnder(string section, Location location) =>
        Diagnostic.Error("CXAPPMESH02", location, $"The mesh has no \"{section}\". Write them as a list under \"Settings\"; it may be empty.");

    public static Diagnostic UnknownProtocol(string protocol, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXAPPMESH03", location, $"\"{protocol}\" is no protocol of a mesh.{Spelling.Hint(protocol, known)} It may be {string.Join(", ", known)}.");

    public static Diagnostic NoProtocol(string node, Location location) =>
        Diagnostic.Error("CXAPPMESH04", location, $"The node \"{node}\" does not say what it speaks. Set \"protocol\" to http, http2, grpc or tcp.");

    public static Diagnostic DeclaredTwice(string kind, string name, Location other, Location location) =>
        Diagnostic.Error("CXAPPMESH05", location, FormattableString.Invariant($"There is a {kind} \"{name}\" already, at {Path.GetFileName(other.File)}({other.Line},{other.Column}). Remove one of the two, or give this one another name."));

    public static Diagnostic UnknownNode(string name, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXAPPMESH06", location, $"\"{name}\" is neither a service or family nor a resource that is reached by name.{Spelling.Hint(name, known)} For anything else in DNS, set \"hostname\" and \"port\".");

    public static Diagnostic AmbiguousNode(string name, IReadOnlyList<string> meanings, Location location) =>
        Diagnostic.Error("CXAPPMESH07", location, $"\"{name}\" is more than one thing: {string.Join(", ", meanings)}. A node is one of them: write its own name.");

    public static Diagnostic UnknownBackend(string name, string? isOther, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXAPPMESH08", location, isOther is null
            ? $"There is no service \"{name}\" in the mesh.{Spelling.Hint(name, known)} Backends are names under \"services\" of x-appmesh."
            : $"\"{name}\" is a {isOther}, and backends are services of the mesh. Add one that leads to it: {{name: {name}, {isOther}: {name}}}.");

    public static Diagnostic LeadsNowhere(string service, bool both, Location location) =>
        Diagnostic.Error("CXAPPMESH09", location, $"The service \"{service}\" leads to {(both ? "a node and a router" : "nothing")}. Write one \"node\" or one \"router\".");

    public static Diagnostic UnknownPart(string kind, string name, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXAPPMESH10", location, $"The mesh has no {kind} \"{name}\".{Spelling.Hint(name, known)}{(known.Count == 0 ? "" : $" It has {string.Join(", ", known)}.")}");

    public static Diagnostic RouterWithout(string router, string part, Location location) =>
        Diagnostic.Error("CXAPPMESH11", location, $"The router \"{router}\" has no {part}. {(part == "listener" ? "Write \"listener\" with a port and a protocol." : "Write them under \"routes\", below the listener's protocol.")}");

    public static Diagnostic OtherProtocol(string protocol, string router, IReadOnlyList<string> listens, Location location) =>
        Diagnostic.Error("CXAPPMESH12", location, $"The router \"{router}\" listens for {string.Join(", ", listens)}, so it cannot have routes of \"{protocol}\". Remove them, or make a router of their own for them.");

    public static Diagnostic NoTargets(Location location) =>
        Diagnostic.Error("CXAPPMESH13", location, "The route leads to no node. Write \"nodes\" with at least one \"name\".");

    public static Diagnostic BadPath(string key, string path, Location location) =>
        Diagnostic.Error("CXAPPMESH14", location, $"\"{path}\" does not begin with a slash. Write \"{key}: /{path}\".");

    public static Diagnostic UnknownChoice(string key, string value, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXAPPMESH15", location, $"\"{key}\" cannot be \"{value}\".{Spelling.Hint(value, known)} It may be {string.Join(", ", known)}.");

    public static Diagnostic OneOf(string first, string second, Location location) =>
        Diagnostic.Error("CXAPPMESH16", location, $"A match has \"{first}\" or \"{second}\", not both. Remove one.");

    public static Diagnostic OutOfRange(string key, long value, long least, long most, Location location) =>
        Diagnostic.Error("CXAPPMESH17", location, FormattableString.Invariant($"\"{key}\" is {value}; App Mesh takes {least} to {most}."));

    public static Diagnostic NoWeight(Location location) =>
        Diagnostic.Error("CXAPPMESH18", location, "All weights of the route are 0, so nothing would go anywhere. Give one node a weight above 0.");

    public static Diagnostic BadDuration(string text, Location location) =>
        Diagnostic.Error("CXAPPMESH19", location, $"\"{text}\" is no length of time. Write one such as 500ms, 15s or 2m, or a mapping with unit (ms or s) and value.");

    public static Diagnostic NoRequestsInTcp(Location location) =>
        Diagnostic.Error("CXAPPMESH20", location, "TCP knows no requests, so there is no time-out for one. Remove it, or set \"idle\".");

    public static Diagnostic BadName(string what, string name, Location location) =>
        Diagnostic.Error("CXAPPMESH21", location, $"\"{name}\" cannot name a {what}: App Mesh takes at most 255 letters, digits, hyphens and underscores.");

    public static Diagnostic BadOwner(string owner, Location location) =>
        Diagnostic.Error("CXAPPMESH22", location, $"\"{owner}\" is no account. Write the 12 digits of the account that shares its mesh.");

    public static Diagnostic OfTheOwner(string key, Location location) =>
        Diagnostic.Note("CXAPPMESH23", location, $"The mesh exists, so its owner says what \"{key}\" is, and this is not used.");

    public static Diagnostic NoComparison(string name, Location location) =>
        Diagnostic.Error("CXAPPMESH24", location, $"What \"{name}\" is compared with must be one of exact, prefix, suffix, regex or range.");

    /// <param name="owner">Who should listen there: <c>node "web"</c>.</param>
    public static Diagnostic UnknownPort(int port, string owner, IReadOnlyList<int> known, Location location) =>
        Diagnostic.Error("CXAPPMESH25", location, FormattableString.Invariant($"The {owner} does not listen on {port}. {(known.Count == 0 ? "It has no ports: add one under \"expose\" of the service." : $"It has {string.Join(", ", known)}; the port inside the container counts, not the published one.")}"));

    public static Diagnostic NoPort(string node, Location location) =>
        Diagnostic.Error("CXAPPMESH26", location, $"Nobody knows which port the node \"{node}\" is reached on. Set \"port\".");

    public static Diagnostic MethodOfNoService(string method, Location location) =>
        Diagnostic.Error("CXAPPMESH27", location, $"\"{method}\" is a method of no service. Set \"serviceName\" beside it.");

    public static Diagnostic ExactOnly(string parameter, Location location) =>
        Diagnostic.Error("CXAPPMESH28", location, $"App Mesh compares parameters of a query with exact values only. Write \"{parameter}\" with \"exact\".");

    public static Diagnostic FamilyTwice(string name, string family, string other, Location location) =>
        Diagnostic.Error("CXAPPMESH29", location, $"\"{name}\" is the family \"{family}\", as \"{other}\" is already, and a task has one proxy. Remove one of the two nodes.");

    public static Diagnostic OutsideOfAws(string node, Location location) =>
        Diagnostic.Error("CXAPPMESH30", location, $"The tasks of \"{node}\" run on machines outside of AWS, which no mesh reaches. Remove the node, or run the tasks on FARGATE or EC2.");

    public static Diagnostic ConnectedToo(string node, Location location) =>
        Diagnostic.Error("CXAPPMESH31", location, $"ECS takes one proxy for a task, and \"{node}\" is a node of the mesh. Remove \"x-ecs_connect\", or set EcsMeshProvider to ServiceConnect.");

    public static Diagnostic NoSuchNamespace(string name, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXAPPMESH32", location, $"\"{name}\" is no private namespace under x-cloudmap.{Spelling.Hint(name, known)}{(known.Count == 0 ? "" : $" There is {string.Join(", ", known)}.")}");

    public static Diagnostic BadServiceName(string name, Location location) =>
        Diagnostic.Error("CXAPPMESH33", location, $"\"{name}\" is no name in DNS: labels of letters, digits, hyphens and underscores, with dots between them. Give the service another name.");

    public static Diagnostic SameName(string name, string other, Location location) =>
        Diagnostic.Error("CXAPPMESH34", location, $"\"{other}\" is called {name} already. Give this service another name.");

    /// <param name="mayOpen">Whether the node may reach everything when the mesh says so: one with backends never does.</param>
    public static Diagnostic Dropped(string family, string resource, bool mayOpen, Location location) =>
        Diagnostic.Warning("CXAPPMESH35", location, $"The proxy of \"{family}\" drops what does not go to one of its backends, and \"{resource}\" is none of them. Add a node \"{resource}\", a service that leads to it, and that service as a backend{(mayOpen ? "; or set EgressFilter to ALLOW_ALL" : "")}.");

    public static Diagnostic NobodyLetsIn(string node, string resource, Location location) =>
        Diagnostic.Warning("CXAPPMESH36", location, $"Nobody knows the security group of \"{resource}\", so it is not made sure that \"{node}\" reaches it. Let its tasks in there yourself.");

    public static Diagnostic EverythingOpen(Location location) =>
        Diagnostic.Warning("CXAPPMESH37", location, "All nodes share a security group, in which everything is open between them. Remove \"ClusterWideSecurityGroup\" when the trouble is found.");

    public static Diagnostic NameOfEnvoy(string service, Location location) =>
        Diagnostic.Error("CXAPPMESH38", location, $"The service \"{service}\" has the name of the container that the mesh adds to its task. Give it another name.");

    public static Diagnostic NotAName(Location location) =>
        Diagnostic.Error("CXAPPMESH39", location, "\"Use\" must be the name of an existing mesh.");

    public static Diagnostic NoWayByDependency(string node, string other, Location location) =>
        Diagnostic.Note("CXAPPMESH40", location, $"\"{node}\" and \"{other}\" are nodes of the mesh, and no backend of \"{node}\" leads to \"{other}\", so this opens no way between them. Add one if \"{node}\" is to reach it.");

    public static Diagnostic SamePort(string backend, string other, int port, Location location) =>
        Diagnostic.Warning("CXAPPMESH41", location, FormattableString.Invariant($"\"{backend}\" and \"{other}\" are both reached on port {port}, and connections of TCP are told apart by their port alone, so one of the two is never reached. Put a router with another port before one of them."));
}
