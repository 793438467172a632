using ComposeX.Syntax;

namespace ComposeX.Modules.Acm;

/// <summary>Findings about certificates.</summary>
public static class AcmDiagnostics
{
    public static Diagnostic Incomplete(string key, string example, Location location) =>
        Diagnostic.Error("CXACM01", location, $"\"MacroParameters\" of a certificate need \"{key}\": {example}.");

    public static Diagnostic NoDomain(string certificate, Location location) =>
        Diagnostic.Error("CXACM02", location, $"The certificate \"{certificate}\" is for no domain. Add MacroParameters with \"DomainNames\" and \"HostedZoneId\", or Properties with \"DomainName\".");

    public static Diagnostic NotAZone(string zone, Location location) =>
        Diagnostic.Error("CXACM03", location, $"\"{zone}\" is neither the id of a hosted zone, such as Z0123456789ABC, nor a zone of this file, such as x-route53::example.");

    public static Diagnostic OutsideZone(string domain, string zone, Location location) =>
        Diagnostic.Error("CXACM04", location, $"\"{domain}\" is not in the zone \"{zone}\", so it cannot be validated there. Name the zone that it belongs to.");

    public static Diagnostic WaitsForValidation(string domain, Location location) =>
        Diagnostic.Warning("CXACM05", location, $"No hosted zone validates \"{domain}\", so the deployment waits until somebody does. Give its \"HostedZoneId\" in \"DomainValidationOptions\", or use MacroParameters.");

    public static Diagnostic NotADomain(string domain, Location location) =>
        Diagnostic.Error("CXACM06", location, $"\"{domain}\" is no domain name of a certificate. Write one such as www.example.com or *.example.com.");

    public static Diagnostic NotAnArn(string text, Location location) =>
        Diagnostic.Error("CXACM07", location, $"\"{text}\" is no ARN of a certificate, which begins with arn:aws:acm:.");
}
