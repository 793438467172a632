using ComposeX.Syntax;

namespace ComposeX.Modules.Route53;

/// <summary>Findings about hosted zones.</summary>
public static class Route53Diagnostics
{
    public static Diagnostic NoName(string zone, Location location) =>
        Diagnostic.Error("CXROUTE5301", location, $"The zone \"{zone}\" needs the name of its domain: add \"Name: example.com\".");

    public static Diagnostic NotAZoneId(string id, Location location) =>
        Diagnostic.Error("CXROUTE5302", location, $"\"{id}\" is no id of a hosted zone. Route 53's begin with Z and have capital letters and digits only, such as Z0123456789ABC.");

    public static Diagnostic NotADomain(string name, Location location) =>
        Diagnostic.Error("CXROUTE5303", location, $"\"{name}\" is no domain name. Write letters, digits and hyphens with dots between, such as example.com.");

    public static Diagnostic NeedsDelegation(string name, Location location) =>
        Diagnostic.Note("CXROUTE5304", location, $"A hosted zone for \"{name}\" is created. Until its registrar, or the zone above it, names the new name servers, nobody finds what is in it and no certificate is validated through it.");

    public static Diagnostic TwoNames(string first, string second, Location location) =>
        Diagnostic.Error("CXROUTE5305", location, $"The zone is called \"{first}\" and \"{second}\". Keep one name.");

    public static Diagnostic NoNetwork(Location location) =>
        Diagnostic.Error("CXROUTE5306", location, "A private zone belongs to a VPC, and this application has none. Declare x-vpc, or list the zone's VPCs under Properties.");
}
