using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Model.Vintage;

/// <summary>Findings about files in the spelling of 2020.</summary>
public static class VintageDiagnostics
{
    public static Diagnostic UnknownService(string name, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Warning("CX2018", location, $"\"{name}\" under x-configs is no service, so nothing is made of it.{Spelling.Hint(name, known)} Remove it, or name a service; what is meant for all stands under \"composex\".");

    public static Diagnostic NoBalancedPort(string service, Location location) =>
        Diagnostic.Error("CX2019", location, $"\"{service}\" asks for a load balancer and has no port that it could lead to. Give the service \"ports\".");

    public static Diagnostic UnknownCertificateUser(string name, string certificate, Location location) =>
        Diagnostic.Error("CX2020", location, $"\"{name}\" uses the certificate \"{certificate}\" and has no load balancer. Set \"lb_type\" for it, or better write an x-elbv2 with a Certificates list.");

    public static Diagnostic NoSuchListener(string port, string name, Location location) =>
        Diagnostic.Error("CX2021", location, $"\"{name}\" has no listener on port {port} that could get the certificate. Publish that port.");

    public static Diagnostic UnusedSubscriptions(string name, Location location) =>
        Diagnostic.Warning("CX2030", location, $"Nothing was ever made of \"{name}\" under Subscriptions. Write it into the \"Subscription\" list of its topic's Properties.");
}
