using System;
using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Modules.ServiceConnect;

/// <summary>Findings about the names by which services reach each other.</summary>
public static class ServiceConnectDiagnostics
{
    public static Diagnostic DefinedTwice(string family, Location location) =>
        Diagnostic.Error("CXSERVICECONNECT01", location, $"Another service of the task \"{family}\" has an \"x-ecs_connect\" already, and an ECS service has one. Write all of it there.");

    public static Diagnostic NothingSaid(Location location) =>
        Diagnostic.Error("CXSERVICECONNECT02", location, "\"x-ecs_connect\" must have either \"MacroParameters\" or \"Properties\". Write false to keep the service out of Service Connect.");

    public static Diagnostic NoNamespace(Location location) =>
        Diagnostic.Error("CXSERVICECONNECT03", location, "The namespace is missing. Set \"x-cloudmap\" to the name of one under the top-level x-cloudmap.");

    public static Diagnostic UnknownPort(string port, string family, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXSERVICECONNECT04", location, $"No port of \"{family}\" is called \"{port}\".{Spelling.Hint(port, known)} {(known.Count == 0 ? "It has no ports: add one under \"ports\" or \"expose\"." : $"It has {string.Join(", ", known)}: the \"name\" of a port in long form, otherwise protocol and port inside the container.")}");

    public static Diagnostic PortNotTcp(string port, string protocol, Location location) =>
        Diagnostic.Error("CXSERVICECONNECT05", location, $"Service Connect carries TCP, and \"{port}\" is a port for {protocol}. Remove it, or register the service in DNS with \"x-cloudmap\" instead.");

    public static Diagnostic UnknownProtocol(string protocol, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXSERVICECONNECT06", location, $"\"{protocol}\" is no protocol that Service Connect understands.{Spelling.Hint(protocol, known)} It may be {string.Join(", ", known)}.");

    public static Diagnostic BadName(string key, string name, string allowed, Location location) =>
        Diagnostic.Error("CXSERVICECONNECT07", location, $"\"{name}\" cannot be a \"{key}\": ECS takes {allowed}, and no hyphen first.");

    public static Diagnostic RequestTimeoutOfTcp(string port, Location location) =>
        Diagnostic.Error("CXSERVICECONNECT08", location, $"Over plain TCP nobody knows where a request ends, so \"{port}\" cannot have a \"PerRequestTimeoutSeconds\". Set \"appProtocol\" to http, http2 or grpc, or remove it.");

    public static Diagnostic Misspelt(string written, string meant, Location location) =>
        Diagnostic.Warning("CXSERVICECONNECT09", location, $"\"{written}\" is read as \"{meant}\". Write it so.");

    public static Diagnostic AliasUsedTwice(string name, long port, string family, Location location) =>
        Diagnostic.Error("CXSERVICECONNECT10", location, FormattableString.Invariant($"In this namespace \"{name}\" on port {port} is \"{family}\" already. Set another name."));

    public static Diagnostic NameOfAnotherFamily(string service, int port, string holder, string family, string used, Location location) =>
        Diagnostic.Warning("CXSERVICECONNECT20", location, FormattableString.Invariant($"\"{service}\" runs in several tasks, and its name on port {port} leads to the one in \"{holder}\". The one in \"{family}\" is reached as \"{used}\"."));

    public static Diagnostic AliasTaken(string alias, int port, string service, string holder, string family, Location location) =>
        Diagnostic.Warning("CXSERVICECONNECT21", location, FormattableString.Invariant($"\"{alias}\" on port {port} leads to \"{holder}\" in the task \"{family}\" already, so it is no name of \"{service}\". Write another one."));

    public static Diagnostic CannotBePublished(string name, string service, Location location) =>
        Diagnostic.Warning("CXSERVICECONNECT22", location, $"\"{name}\" cannot be a name of \"{service}\" on ECS, so it does not resolve there: letters, digits, hyphens, underscores and dots are taken, at most 58, and no hyphen first. Rename it.");

    public static Diagnostic NotTcp(string service, int port, string protocol, Location location) =>
        Diagnostic.Warning("CXSERVICECONNECT23", location, FormattableString.Invariant($"Service Connect carries TCP only, so \"{service}\" is not reached by its name on {port}/{protocol}. Register it in DNS with \"x-network: x-cloudmap\"."));

    public static Diagnostic NoOrder(string from, string to, Location location) =>
        Diagnostic.Warning("CXSERVICECONNECT24", location, $"\"{to}\" waits for \"{from}\", so \"{from}\" starts first, and its tasks do not know the name of \"{to}\" until they are deployed again. Remove one of the two directions, or deploy \"{from}\" twice.");

    public static Diagnostic NameNotPublished(string name, string service, Location location) =>
        Diagnostic.Warning("CXSERVICECONNECT25", location, $"\"{name}\" is no name of \"{service}\" on ECS: no task reaches \"{service}\" through Service Connect under it. Remove it, or keep it for running the file elsewhere and silence this warning with NoWarn.");
}
