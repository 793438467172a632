using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Model.Families;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>Findings about load balancers.</summary>
public static class Elbv2Diagnostics
{
    public static Diagnostic UnknownType(string type, Location location) =>
        Diagnostic.Error("CXELBV201", location, $"\"{type}\" is no type of load balancer that can stand before services.{Spelling.Hint(type, ["application", "network"])} It may be application or network.");

    public static Diagnostic NoServices(string balancer, Location location) =>
        Diagnostic.Error("CXELBV202", location, $"Nothing stands behind the load balancer \"{balancer}\". Name its services under \"Services\", such as \"Services: [web]\".");

    public static Diagnostic UseWithListeners(Location location) =>
        Diagnostic.Error("CXELBV203", location, "Of a load balancer under \"Use\" nothing is known but its ARN, so nothing can be added to it. Look it up with \"Lookup\" instead.");

    public static Diagnostic NoTargets(long port, Location location) =>
        Diagnostic.Error("CXELBV204", location, FormattableString.Invariant($"The listener {port} has nowhere to send requests. Add \"Targets\", or \"DefaultActions\"."));

    public static Diagnostic ListenerTwice(long port, Location location) =>
        Diagnostic.Error("CXELBV205", location, FormattableString.Invariant($"There is another listener on port {port}. Join the two."));

    public static Diagnostic NotAPort(string text, Location location) =>
        Diagnostic.Error("CXELBV206", location, $"\"{text}\" is no port. Write a number from 1 to 65535.");

    public static Diagnostic UnknownProtocol(string protocol, bool isNetwork, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXELBV207", location, $"{Kind(isNetwork, true)} load balancer does not speak \"{protocol}\".{Spelling.Hint(protocol, known)} It speaks {string.Join(", ", known)}.");

    public static Diagnostic CertificateOfUdp(string protocol, Location location) =>
        Diagnostic.Error("CXELBV208", location, $"A listener of {protocol} takes no certificate. Use TCP, which becomes TLS by it, or remove the certificate.");

    public static Diagnostic NoCertificate(string protocol, Location location) =>
        Diagnostic.Error("CXELBV209", location, $"A listener of {protocol} needs a certificate. Add \"Certificates: [{{x-acm: name}}]\", or say the load balancer's \"Domain\".");

    public static Diagnostic PlainHttps(Location location) =>
        Diagnostic.Warning("CXELBV210", location, "Port 443 without a certificate speaks plain HTTP, which no browser expects there. Add \"Certificates\", or use port 80.");

    public static Diagnostic NeedsEncryption(string property, string protocol, Location location) =>
        Diagnostic.Error("CXELBV211", location, $"\"{property}\" is for encrypted listeners, and this one speaks {protocol}. Add \"Certificates\", or remove it.");

    public static Diagnostic BadTargetName(string name, Location location) =>
        Diagnostic.Error("CXELBV212", location, $"\"{name}\" names no container. Write family:service, family:service:port, or just the service.");

    public static Diagnostic UnknownTargetGroup(string name, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXELBV213", location, $"The target \"{name}\" is neither under \"Services\" nor under \"TargetGroups\" of this load balancer.{Spelling.Hint(name, known)} There are {Listed(known)}.");

    public static Diagnostic NotTargeted(string name, Location location) =>
        Diagnostic.Warning("CXELBV214", location, $"No listener sends requests to \"{name}\", so no target group is made for it. Add it to a listener's \"Targets\".");

    public static Diagnostic NotInFamily(string service, string family, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXELBV215", location, $"The family \"{family}\" has no service \"{service}\".{Spelling.Hint(service, known)} It has {Listed(known)}.");

    public static Diagnostic WhichFamily(string service, IReadOnlyList<string> families, Location location) =>
        Diagnostic.Error("CXELBV216", location, $"The service \"{service}\" is in several families. Say which: {string.Join(" or ", families.Select(family => $"{family}:{service}"))}.");

    public static Diagnostic WhichService(string family, IReadOnlyList<string> services, Location location) =>
        Diagnostic.Error("CXELBV264", location, $"Several services of the family \"{family}\" have ports. Say which: {string.Join(" or ", services.Select(service => $"{family}:{service}"))}.");

    public static Diagnostic WhichPort(string service, IReadOnlyList<int> ports, Location location) => Diagnostic.Error("CXELBV265", location, ports.Count == 0
        ? $"The service \"{service}\" has no port of the right protocol. Add it to its \"ports\" or \"expose\"."
        : $"The service \"{service}\" has several ports. Say which with \"port\": {string.Join(" or ", ports.Select(port => FormattableString.Invariant($"{port}")))}.");

    public static Diagnostic NoPorts(string family, Location location) =>
        Diagnostic.Error("CXELBV217", location, $"No service of \"{family}\" has a port that requests could go to. Add one to its \"ports\" or \"expose\".");

    public static Diagnostic NoSuchPort(long port, string service, IReadOnlyList<string> transports, IReadOnlyList<ContainerPort> ports, Location location) =>
        Diagnostic.Error("CXELBV218", location, FormattableString.Invariant($"The container of \"{service}\" does not listen on {port}/{string.Join("+", transports)}. It has {Listed([.. ports.Select(known => FormattableString.Invariant($"{known.Number}/{known.Protocol}"))])}: what counts is the container's own port, not the published one."));

    public static Diagnostic GroupTwice(string name, Location location) =>
        Diagnostic.Error("CXELBV219", location, $"\"{name}\" is there twice. Keep one.");

    public static Diagnostic EmptyGroup(string name, Location location) =>
        Diagnostic.Error("CXELBV220", location, $"The target group \"{name}\" has no service. Add \"Services\" with a \"Name\" and a \"Port\" each.");

    public static Diagnostic ProtocolMismatch(long port, string listener, string group, string protocol, Location location) =>
        Diagnostic.Error("CXELBV221", location, FormattableString.Invariant($"The listener {port} speaks {listener}, and cannot send that to \"{group}\", which takes {protocol}. Change one of the two protocols."));

    public static Diagnostic BadAccess(string access, Location location) =>
        Diagnostic.Error("CXELBV222", location, $"\"{access}\" does not say which requests: write /path, a host such as www.example.com, or both. Anything else is said with \"Conditions\".");

    public static Diagnostic AccessAndConditions(Location location) =>
        Diagnostic.Error("CXELBV223", location, "\"access\" and \"Conditions\" both say which requests. Keep one.");

    public static Diagnostic ConditionsOfNetwork(Location location) =>
        Diagnostic.Error("CXELBV224", location, "A network load balancer sees no hosts and no paths: all that comes to a port goes to its target. Use an application load balancer, or remove this.");

    public static Diagnostic SeveralTargetsOfNetwork(long port, Location location) =>
        Diagnostic.Error("CXELBV266", location, FormattableString.Invariant($"A network load balancer cannot tell the requests of port {port} apart. Keep one target, or give each a \"Weight\"."));

    public static Diagnostic SameRequests(string first, string second, Location location) =>
        Diagnostic.Error("CXELBV225", location, $"\"{first}\" and \"{second}\" are for the same requests. Give each a \"Weight\" to share them, or tell them apart by \"access\".");

    public static Diagnostic TwoDefaults(string target, Location location) =>
        Diagnostic.Error("CXELBV226", location, $"\"{target}\" is for all requests, and \"DefaultActions\" too. Keep one, or give the target an \"access\".");

    public static Diagnostic OnlyTarget(string target, string access, Location location) =>
        Diagnostic.Note("CXELBV227", location, $"\"{target}\" is the only target of its listener, so it gets all requests, not only \"{access}\". To keep others out write \"Conditions\".");

    public static Diagnostic PriorityTwice(long priority, Location location) =>
        Diagnostic.Error("CXELBV228", location, FormattableString.Invariant($"The priority {priority} is taken by another rule of this listener. Choose another, or leave both out: then rules follow in the order written."));

    public static Diagnostic NoFreePriority(long port, Location location) =>
        Diagnostic.Error("CXELBV229", location, FormattableString.Invariant($"The existing listener {port} has rules of others, so this one needs a priority that is free: say its \"Priority\", or list free numbers as \"Priorities\" in the lock."));

    public static Diagnostic OutOfRange(string name, long value, long minimum, long maximum, Location location) =>
        Diagnostic.Error("CXELBV230", location, FormattableString.Invariant($"\"{name}\" is from {minimum} to {maximum}, not {value}."));

    public static Diagnostic UnknownRedirect(string word, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXELBV231", location, $"\"{word}\" is no redirect known here.{Spelling.Hint(word, known)} It may be {string.Join(" or ", known)}; anything else is said with CloudFormation's actions.");

    public static Diagnostic RedirectOfNetwork(string word, Location location) =>
        Diagnostic.Error("CXELBV267", location, $"A network load balancer cannot answer for its targets, so \"{word}\" is not for it. Use an application load balancer.");

    public static Diagnostic RulesOfNetwork(long port, Location location) =>
        Diagnostic.Error("CXELBV232", location, FormattableString.Invariant($"The existing network load balancer has a listener on {port}, to which nothing can be added. Use another port."));

    public static Diagnostic DefaultOfExisting(long port, Location location) =>
        Diagnostic.Warning("CXELBV233", location, FormattableString.Invariant($"The listener {port} exists, and its default action belongs to whoever made it: this one is left out."));

    public static Diagnostic BadHealthCheck(string text, Location location) =>
        Diagnostic.Error("CXELBV234", location, $"\"{text}\" is no health check. It is port:PROTOCOL, then if needed :healthy:unhealthy:interval:timeout, then :/path and :codes, such as 8080:HTTP:2:2:15:5:/health:200.");

    public static Diagnostic HealthCheckRange(string name, long value, long minimum, long maximum, Location location) =>
        Diagnostic.Error("CXELBV235", location, FormattableString.Invariant($"\"{name}\" of a health check is from {minimum} to {maximum}, not {value}."));

    public static Diagnostic HealthCheckTooSlow(long timeout, long interval, Location location) =>
        Diagnostic.Error("CXELBV268", location, FormattableString.Invariant($"A health check that may take {timeout} seconds cannot be made every {interval}: the timeout must be less than the interval."));

    public static Diagnostic HealthCheckProtocol(string protocol, bool isNetwork, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXELBV236", location, $"{Kind(isNetwork, true)} load balancer does not ask for health by \"{protocol}\".{Spelling.Hint(protocol, known)} It may be {string.Join(" or ", known)}.");

    public static Diagnostic HealthCheckPathOfTcp(Location location) =>
        Diagnostic.Error("CXELBV269", location, "A path and codes are for HTTP: a health check by TCP only connects. Use HTTP, or remove them.");

    public static Diagnostic UnknownGroupAttribute(string name, bool isNetwork, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXELBV237", location, $"Target groups of {Kind(isNetwork, false)} load balancer have no attribute \"{name}\".{Spelling.Hint(name, known)}");

    public static Diagnostic BadGroupAttribute(string name, string value, string expected, Location location) =>
        Diagnostic.Error("CXELBV238", location, $"\"{value}\" is no value of \"{name}\": it is {expected}.");

    public static Diagnostic UnknownBalancerAttribute(string name, bool isNetwork, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Warning("CXELBV239", location, $"{Kind(isNetwork, true)} load balancer is not known to have the attribute \"{name}\".{Spelling.Hint(name, known)} It is passed on as it is.");

    public static Diagnostic MacroOfOtherType(string name, bool isNetwork, Location location) =>
        Diagnostic.Note("CXELBV240", location, isNetwork
            ? $"\"{name}\" is for application load balancers, and this is a network one: it is left out."
            : $"\"{name}\" is for network load balancers; an application load balancer always spreads requests over all zones. It is left out.");

    public static Diagnostic MacroUnderSettings(IReadOnlyList<string> names, Location location) =>
        Diagnostic.Note("CXELBV241", location, $"These are read here, and belong under \"MacroParameters\": {string.Join(", ", names)}.");

    public static Diagnostic AddressesOfNetworkOnly(Location location) =>
        Diagnostic.Note("CXELBV242", location, "Only an internet-facing network load balancer has fixed addresses, so this changes nothing.");

    public static Diagnostic UnknownSubnets(string name, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXELBV243", location, $"The network has no set of subnets \"{name}\".{Spelling.Hint(name, known)} It has {Listed(known)}.");

    public static Diagnostic VersionNeedsHttps(string version, long port, Location location) =>
        Diagnostic.Error("CXELBV244", location, FormattableString.Invariant($"{version} comes to targets only from HTTPS listeners, and the listener {port} speaks HTTP. Give it a certificate, or leave \"ProtocolVersion\" out."));

    public static Diagnostic OpenToAll(string balancer, Location location) =>
        Diagnostic.Note("CXELBV245", location, $"\"{balancer}\" is internet-facing and nothing says who may reach it, so everybody may. To narrow that, list sources under \"MacroParameters: Ingress: ExtSources\".");

    public static Diagnostic NobodyComesIn(string balancer, Location location) =>
        Diagnostic.Warning("CXELBV246", location, $"Nobody can reach \"{balancer}\". Say who may under \"MacroParameters: Ingress\": \"ExtSources\" for addresses, \"Services\" for services of this file.");

    public static Diagnostic IngressOfForeignGroup(Location location) =>
        Diagnostic.Error("CXELBV247", location, "\"Ingress\" is for the security group that is made here, and \"SecurityGroups\" under \"Properties\" says to use others. Keep one.");

    public static Diagnostic NoAddress(Location location) =>
        Diagnostic.Error("CXELBV248", location, "An external source needs \"IPv4\" or \"IPv6\": a block of addresses, such as 203.0.113.0/24.");

    public static Diagnostic NotABlock(string text, bool isIPv6, Location location) =>
        Diagnostic.Error("CXELBV270", location, $"\"{text}\" is no {(isIPv6 ? "IPv6 block. Write one such as 2001:db8::/32" : "IPv4 block. Write one such as 203.0.113.0/24")}.");

    public static Diagnostic UnknownSourceType(string type, Location location) =>
        Diagnostic.Error("CXELBV249", location, $"A source in AWS has a \"Type\", SecurityGroup or PrefixList, not \"{type}\".{Spelling.Hint(type, ["SecurityGroup", "PrefixList"])}");

    public static Diagnostic SourceWithoutId(string type, Location location) =>
        Diagnostic.Error("CXELBV271", location, $"A {type} as a source is named by its \"Id\" or by a \"Lookup\", one of the two.");

    public static Diagnostic NoListener(string port, IReadOnlyList<long> ports, Location location) =>
        Diagnostic.Warning("CXELBV250", location, $"The load balancer has no listener on \"{port}\", so nothing is opened there. Its listeners are on {Listed([.. ports.Select(known => FormattableString.Invariant($"{known}"))])}.");

    public static Diagnostic SourcesOfOneName(Location location) =>
        Diagnostic.Error("CXELBV263", location, "Another source of this load balancer has the same name and is not the same. Give each a \"Name\" of its own.");

    public static Diagnostic AuthenticationNeedsHttps(string protocol, Location location) =>
        Diagnostic.Error("CXELBV251", location, $"Users can only log in over HTTPS, and this listener speaks {protocol}. Use an HTTPS listener of an application load balancer.");

    public static Diagnostic TwoAuthentications(Location location) =>
        Diagnostic.Error("CXELBV252", location, "A target has one way to log in: an OpenID Connect provider or a user pool. Keep one.");

    public static Diagnostic NoUserPool(Location location) =>
        Diagnostic.Error("CXELBV253", location, "A client needs \"UserPoolId\": the name of a user pool of this file under x-cognito_userpool, or its id together with \"AuthenticateCognitoConfig\".");

    public static Diagnostic LiteralSecret(string parameter, Location location) =>
        Diagnostic.Warning("CXELBV254", location, $"A secret does not belong in a file, so this one is left out of the templates: the deployment asks for it as the parameter {parameter}. Better keep it in Secrets Manager and write {{{{resolve:secretsmanager:name:SecretString:key}}}} here.");

    public static Diagnostic StrayQuote(string key, Location location) =>
        Diagnostic.Warning("CXELBV255", location, $"The key {key} ends with a quotation mark that nothing opens, and is read without it. Remove it.");

    public static Diagnostic NotADomain(string name, Location location) =>
        Diagnostic.Error("CXELBV256", location, $"\"{name}\" is no domain name. Write one such as www.example.com.");

    public static Diagnostic NotAZone(string zone, Location location) =>
        Diagnostic.Error("CXELBV257", location, $"\"{zone}\" is neither the id of a hosted zone, such as Z0123456789ABC, nor a zone of this file, such as x-route53::example.");

    public static Diagnostic NoZone(string domain, IReadOnlyList<string> zones, Location location) => Diagnostic.Error("CXELBV258", location, zones.Count == 0
        ? $"\"{domain}\" needs a hosted zone, for its name and to validate its certificate. Declare one under x-route53, or add its id as \"HostedZoneId\" beside \"Domain\"."
        : $"No zone under x-route53 has a name that \"{domain}\" ends with; there are {Listed(zones)}. Add the zone, or say which as \"HostedZoneId: x-route53::name\".");

    public static Diagnostic ZoneWithoutDomain(Location location) =>
        Diagnostic.Error("CXELBV259", location, "\"HostedZoneId\" is the zone of \"Domain\", which is missing. Add it, or use \"DnsAliases\".");

    public static Diagnostic OutsideZone(string name, string zone, Location location) =>
        Diagnostic.Error("CXELBV260", location, $"\"{name}\" is not in the zone \"{zone}\". Choose a name that ends with it, or another zone.");

    public static Diagnostic SharedAndExchanged(string group, string family, Location location) =>
        Diagnostic.Error("CXELBV261", location, $"ECS exchanges versions of \"{family}\" by its target group, so \"{group}\" cannot be shared with other services. Give it one of its own under \"Services\".");

    public static Diagnostic WeightedAndExchanged(string target, Location location) =>
        Diagnostic.Error("CXELBV272", location, $"ECS exchanges versions of \"{target}\" by changing weights, so it cannot share requests with others by \"Weight\".");

    public static Diagnostic ExchangedTwice(string group, Location location) =>
        Diagnostic.Error("CXELBV262", location, $"ECS exchanges versions by changing one rule, and \"{group}\" has several. Keep one of its targets.");

    private static string Kind(bool isNetwork, bool isFirst) => (isNetwork, isFirst) switch
    {
        (true, true) => "A network",
        (true, false) => "a network",
        (false, true) => "An application",
        _ => "an application",
    };

    private static string Listed(IReadOnlyList<string> names) => names.Count == 0 ? "none" : string.Join(", ", names);
}
