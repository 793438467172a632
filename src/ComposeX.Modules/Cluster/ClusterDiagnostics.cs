using System;
using System.Collections.Generic;
using System.IO;
using ComposeX.Syntax;

namespace ComposeX.Modules.Cluster;

/// <summary>Findings about the cluster.</summary>
public static class ClusterDiagnostics
{
    public static Diagnostic NameExpected(string text, Location location) =>
        Diagnostic.Error("CXCLUSTER01", location, $"\"{text}\" must be the name or the ARN of an existing cluster: letters, digits, hyphens and underscores, or arn:aws:ecs:<region>:<account>:cluster/<name>.");

    public static Diagnostic LookupExpected(Location location) =>
        Diagnostic.Error("CXCLUSTER02", location, "\"Lookup\" must be the name of a cluster, or a mapping with \"ClusterName\" and, if need be, \"RoleArn\".");

    public static Diagnostic HasNoEffect(string key, string existing, Location location) =>
        Diagnostic.Error("CXCLUSTER03", location, $"\"{key}\" has no effect on a cluster that exists already (\"{existing}\"). Remove one of the two.");

    public static Diagnostic DeclaredTwice(Location other, Location location) =>
        Diagnostic.Error("CXCLUSTER04", location, FormattableString.Invariant($"The cluster is declared twice, here and at {Path.GetFileName(other.File)}({other.Line},{other.Column}): x-aws-cluster is another word for x-cluster. Keep one."));

    public static Diagnostic NoProviders(Location location) =>
        Diagnostic.Error("CXCLUSTER05", location, "ECS takes \"DefaultCapacityProviderStrategy\" only together with \"CapacityProviders\". List its providers there.");

    public static Diagnostic UnknownProvider(string name, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXCLUSTER06", location, $"The cluster has no capacity provider \"{name}\".{Spelling.Hint(name, known)} It may be {string.Join(", ", known)}.");

    public static Diagnostic SecondBase(Location location) =>
        Diagnostic.Warning("CXCLUSTER07", location, "Only one provider of a strategy may have a \"Base\", so this one is not used. Remove it, or the other.");

    public static Diagnostic RetentionRounded(long asked, long used, Location location) =>
        Diagnostic.Warning("CXCLUSTER08", location, FormattableString.Invariant($"CloudWatch Logs cannot keep logs for \"{asked}\" days, so {used} is used. Write that."));

    public static Diagnostic NoRetention(string asked, Location location) =>
        Diagnostic.Error("CXCLUSTER09", location, $"Logs cannot be kept for \"{asked}\" days. Write 1 or more.");

    public static Diagnostic ReuseWithoutKey(Location location) =>
        Diagnostic.Error("CXCLUSTER10", location, "\"AllowKmsKeyReuse\" is about the key that \"CreateExecLoggingKmsKey: true\" creates. Add that, or remove this.");

    public static Diagnostic UnknownInsights(string level, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXCLUSTER11", location, $"\"{level}\" is no level of Container Insights.{Spelling.Hint(level, known)} It may be {string.Join(", ", known)}.");

    public static Diagnostic SaidTwice(string other, string what, Location location) =>
        Diagnostic.Error("CXCLUSTER12", location, $"\"{other}\" says already {what}. Remove this, or that.");
}
