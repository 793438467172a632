using System;
using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Modules.Xray;

/// <summary>Findings about tracing.</summary>
public static class XrayDiagnostics
{
    public static Diagnostic UnknownCollector(string collector, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXXRAY01", location, $"\"{collector}\" collects no traces here.{Spelling.Hint(collector, known)} It may be {string.Join(" or ", known)}.");

    public static Diagnostic Contradiction(string family, Location other, Location location) =>
        Diagnostic.Error("CXXRAY02", location, FormattableString.Invariant($"The services of \"{family}\" share one task and one collector: this \"x-xray\" differs from that at {System.IO.Path.GetFileName(other.File)}({other.Line},{other.Column}). Say the same in both, or in one."));

    public static Diagnostic OwnContainer(string container, Location location) =>
        Diagnostic.Warning("CXXRAY03", location, $"The service \"{container}\" has the name of the container that \"x-xray\" adds, so none is added, and this one gets the permission to send traces. Rename it if it is something else.");

    public static Diagnostic InMaintenance(Location location) =>
        Diagnostic.Note("CXXRAY04", location, "AWS has kept X-Ray's daemon and SDKs in maintenance since February 2026: they get security fixes only. When the code sends OpenTelemetry, write \"x-xray: {Collector: OpenTelemetry}\".");
}
