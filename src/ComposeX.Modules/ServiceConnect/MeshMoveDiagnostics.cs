using System;
using ComposeX.Syntax;

namespace ComposeX.Modules.ServiceConnect;

/// <summary>Findings about an <c>x-appmesh</c> that becomes Service Connect: what is carried over otherwise, or not at all.</summary>
public static class MeshMoveDiagnostics
{
    public static Diagnostic RoutesApart(string matched, string node, string main, Location location) =>
        Diagnostic.Error("CXSERVICECONNECT50", location, $"Service Connect does not look at requests, so it cannot lead \"{matched}\" to \"{node}\" and the rest to \"{main}\". Let an internal load balancer of x-elbv2 do it, which has rules for paths, or give \"{node}\" a name of its own under \"services\" and let clients use that.");

    public static Diagnostic EqualWeights(string one, string other, Location location) =>
        Diagnostic.Error("CXSERVICECONNECT51", location, $"Service Connect does not divide requests between services, and \"{one}\" and \"{other}\" get equal parts of them: nobody can tell which is to get all. Remove one of them, or set its weight to 0.");

    public static Diagnostic WeightsDropped(string node, string winner, int weight, int all, Location location) =>
        Diagnostic.Warning("CXSERVICECONNECT52", location, FormattableString.Invariant($"\"{node}\" gets {weight} of {all} parts in App Mesh and nothing here: Service Connect does not divide requests between services, and \"{winner}\" gets all. Where they are versions of one service, make this one the next image of \"{winner}\" and have ECS bring it step by step: \"x-ecs: {{Deployment: {{Strategy: CANARY, CanaryConfiguration: {{CanaryPercent: {Percent(weight, all)}}}}}}}\"."));

    public static Diagnostic MatchDropped(string matched, string node, Location location) =>
        Diagnostic.Warning("CXSERVICECONNECT53", location, $"Service Connect does not look at requests: \"{node}\" gets all of them, not only \"{matched}\". What App Mesh turned away it has to answer itself.");

    public static Diagnostic MatchNeedless(string matched, string node, Location location) =>
        Diagnostic.Note("CXSERVICECONNECT54", location, $"\"{matched}\" leads to \"{node}\", as all other requests do, so Service Connect needs no route for it.");

    public static Diagnostic RouteDetail(Location location) =>
        Diagnostic.Note("CXSERVICECONNECT55", location, "Service Connect has no routes, so there is nothing to be named or put in order. Nothing is lost.");

    public static Diagnostic RetriesFixed(Location location) =>
        Diagnostic.Warning("CXSERVICECONNECT56", location, "Service Connect's proxy tries again by itself when a connection fails, on another task. How often, upon what and for how long cannot be set, and a response such as 503 reaches the client. Where that matters, let the client try again.");

    public static Diagnostic RouterUnused(string router, Location location) =>
        Diagnostic.Note("CXSERVICECONNECT57", location, $"No name under \"services\" leads to \"{router}\", so nothing is made of it.");

    public static Diagnostic TimeoutsDiffer(long seconds, Location location) =>
        Diagnostic.Warning("CXSERVICECONNECT58", location, FormattableString.Invariant($"Without routes there is one time-out for all requests. The longest of them is taken, {seconds} s, so this one is not."));

    public static Diagnostic TimeoutHidden(long seconds, Location location) =>
        Diagnostic.Note("CXSERVICECONNECT59", location, FormattableString.Invariant($"The route or the listener gives up after {seconds} s already, and whichever is first counts. Service Connect gets that one."));

    public static Diagnostic TimeoutRounded(long milliseconds, long seconds, Location location) =>
        Diagnostic.Note("CXSERVICECONNECT60", location, FormattableString.Invariant($"Service Connect counts in whole seconds: {milliseconds} ms become {seconds} s."));

    public static Diagnostic NoAuthority(string node, Location location) =>
        Diagnostic.Error("CXSERVICECONNECT61", location, $"Service Connect has the certificates of \"{node}\" issued by an AWS Private CA, and no node trusts one. Name it under \"BackendDefaults\" of a client (\"ClientPolicy.TLS.Validation.Trust.ACM.CertificateAuthorityArns\"), or remove \"TLS\": then nothing is encrypted between tasks.");

    public static Diagnostic NotEncrypted(string node, Location location) =>
        Diagnostic.Warning("CXSERVICECONNECT62", location, $"What reaches \"{node}\" is not encrypted: Service Connect has certificates issued by an AWS Private CA, and no node trusts one. Name it under \"BackendDefaults\" of a client (\"ClientPolicy.TLS.Validation.Trust.ACM.CertificateAuthorityArns\").");

    public static Diagnostic AlwaysEncrypted(string node, Location location) =>
        Diagnostic.Warning("CXSERVICECONNECT63", location, $"With Service Connect \"{node}\" takes TLS only, from clients in the namespace, which speak it by themselves. Others, such as load balancers, no longer reach this port.");

    public static Diagnostic ClientsNotAsked(string node, Location location) =>
        Diagnostic.Warning("CXSERVICECONNECT64", location, $"Service Connect does not ask clients for certificates: whoever is in the namespace and let in by the security group of \"{node}\" reaches it.");

    public static Diagnostic CertificateIssued(Location location) =>
        Diagnostic.Note("CXSERVICECONNECT85", location, "Service Connect has certificates of its own issued and renews them, so this one is not used.");

    public static Diagnostic ReachedDirectly(string node, Location location) =>
        Diagnostic.Note("CXSERVICECONNECT86", location, $"\"{node}\" is no ECS service, so clients connect to it directly, without a proxy: its name is carried over, a rule of its security group where it has one, and nothing else that is said here.");

    public static Diagnostic ProtocolSaidElsewhere(int port, string protocol, Location location) =>
        Diagnostic.Warning("CXSERVICECONNECT87", location, FormattableString.Invariant($"The \"x-ecs_connect\" of the service says {protocol} for port {port}, and that counts. Write the same here."));

    public static Diagnostic TrustByItself(Location location) =>
        Diagnostic.Note("CXSERVICECONNECT65", location, "Clients of Service Connect trust the namespace's certificates by themselves. The authority named here issues those of the nodes that have \"TLS\"; nothing else of it is carried over.");

    public static Diagnostic EgressOpen(Location location) =>
        Diagnostic.Note("CXSERVICECONNECT66", location, "App Mesh drops what leaves a node for anywhere but its backends; Service Connect does not look at it. Between tasks the security groups still let only these ways through; to the rest of the world tasks are as free as their subnets.");

    public static Diagnostic NotShared(string owner, Location location) =>
        Diagnostic.Warning("CXSERVICECONNECT67", location, $"There is no mesh of \"{owner}\" to take part in: names of nodes that others brought into it lead nowhere. Service Connect shares namespaces instead (AWS RAM): name the other account's under x-cloudmap with \"Use\" or \"Lookup\".");

    public static Diagnostic MeshUnused(string said, Location location) =>
        Diagnostic.Note("CXSERVICECONNECT68", location, $"Service Connect works in a namespace of Cloud Map and has no mesh, so nothing is made of \"{said}\".");

    public static Diagnostic OwnProxy(string image, Location location) =>
        Diagnostic.Note("CXSERVICECONNECT69", location, $"Service Connect brings its own proxy and keeps it up to date, so \"{image}\" is not run.");

    public static Diagnostic HealthByContainer(string node, Location location) =>
        Diagnostic.Note("CXSERVICECONNECT70", location, $"Service Connect's proxy does not ask nodes for their health. The \"healthcheck\" of \"{node}\" does: ECS replaces tasks that fail it, and tasks with five failed connections in 30 s are avoided for 30 to 300 s.");

    public static Diagnostic HealthUnchecked(string node, Location location) =>
        Diagnostic.Warning("CXSERVICECONNECT71", location, $"Service Connect's proxy does not ask nodes for their health; it only avoids tasks with five failed connections in 30 s, for 30 to 300 s. Give the service of \"{node}\" a \"healthcheck\", so that ECS replaces tasks that fail.");

    public static Diagnostic OutliersFixed(Location location) =>
        Diagnostic.Note("CXSERVICECONNECT72", location, "Service Connect avoids a task with five failed connections in 30 s, for 30 to 300 s. It cannot be set otherwise, and responses such as 503 do not count.");

    public static Diagnostic OptionDropped(string option, string node, Location location) =>
        Diagnostic.Warning("CXSERVICECONNECT73", location, $"Service Connect has nothing like \"{option}\", so that of \"{node}\" is lost.");

    public static Diagnostic LogFormatFixed(Location location) =>
        Diagnostic.Note("CXSERVICECONNECT74", location, "Service Connect logs requests as lines of its own form, in text or JSON, to the log group of the task.");

    public static Diagnostic TracesEnd(string service, Location location) =>
        Diagnostic.Note("CXSERVICECONNECT75", location, $"Envoy sent traces of what it passed on to X-Ray; Service Connect's proxy sends metrics to CloudWatch and no traces. Those that \"{service}\" sends itself stay.");

    public static Diagnostic BadMeshName(string name, Location location) =>
        Diagnostic.Error("CXSERVICECONNECT76", location, $"\"{name}\" cannot be a name in Service Connect: ECS takes at most 127 lower-case letters, digits, hyphens, underscores and dots, no hyphen first, and 58 of them where it makes a name of it.");

    public static Diagnostic NameNotInDns(string name, string address, Location location) =>
        Diagnostic.Warning("CXSERVICECONNECT77", location, $"Nothing leads from \"{name}\" to \"{address}\", which is in no ECS service: it takes a name in DNS, and the mesh has no namespace in DNS. Backends are handed over by their address. For the name to lead there as well, declare a private namespace under x-cloudmap.");

    public static Diagnostic PortMoved(string name, int from, int to, Location location) =>
        Diagnostic.Error("CXSERVICECONNECT78", location, FormattableString.Invariant($"\"{name}\" becomes a name in DNS, which has no ports: who uses port {from} would have to use {to}. Let the router listen on {to}, and clients use it."));

    public static Diagnostic NobodyLetsIn(string node, string resource, Location location) =>
        Diagnostic.Warning("CXSERVICECONNECT79", location, $"Nobody knows the security group of \"{resource}\", or its port, so no rule lets \"{node}\" in. Add the rule where the resource is made.");

    public static Diagnostic EverythingOpen(Location location) =>
        Diagnostic.Warning("CXSERVICECONNECT84", location, "All nodes share a security group in which everything is open: every one reaches every port of the others, whatever the mesh says. Remove this when the trouble is found.");

    public static Diagnostic KeptOut(string node, Location location) =>
        Diagnostic.Error("CXSERVICECONNECT80", location, $"\"{node}\" is a node of the mesh, which becomes Service Connect, and is kept out of it here. Remove this, or the node.");

    public static Diagnostic OtherNamespace(string node, string mesh, Location location) =>
        Diagnostic.Error("CXSERVICECONNECT81", location, $"\"{node}\" is a node of the mesh, whose names are in the namespace \"{mesh}\", and an ECS service takes part in one namespace only. Name the same one here.");

    public static Diagnostic NameIsTheMeshs(string service, int port, string family, string used, Location location) =>
        Diagnostic.Warning("CXSERVICECONNECT82", location, FormattableString.Invariant($"On port {port} \"{service}\" is a name of the mesh, which leads to \"{family}\". The service is reached as \"{used}\"."));

    public static Diagnostic NameUsedTwice(string name, int port, string family, Location location) =>
        Diagnostic.Error("CXSERVICECONNECT83", location, FormattableString.Invariant($"\"{name}\" on port {port} leads to \"{family}\" already, and in a namespace a name leads to one place. Remove one of the two."));

    private static string Percent(int weight, int all) => FormattableString.Invariant($"{Math.Max(1, (int)Math.Round(100.0 * weight / all))}");
}
