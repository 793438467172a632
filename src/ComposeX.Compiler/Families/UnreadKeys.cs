using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Model.Families;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>
/// x-keys of services that nothing reads. They are their owners' business, so only those are reported that mean something to users of
/// ECS ComposeX, or that look like a misspelt one.
/// </summary>
internal static class UnreadKeys
{
    private static readonly string[] _ofEcsComposeX =
    [
        "x-alarms", "x-aws-autoscaling", "x-aws-logs_retention", "x-aws-max_percent", "x-aws-min_percent", "x-aws-policies", "x-aws-pull_credentials", "x-aws-role",
        "x-codeguru_profiler", "x-configs", "x-docker_opts", "x-ecr", "x-ecs", "x-ecs_connect", "x-environment", "x-iam", "x-logging", "x-monitoring", "x-network",
        "x-prometheus", "x-ray", "x-scaling", "x-xray",
    ];

    /// <param name="read">The keys that rooms read.</param>
    public static void Report(Family family, IReadOnlyList<string> read, DiagnosticBag diagnostics)
    {
        foreach (var service in family.Services)
        {
            foreach (var key in service.Extensions.Where(key => !read.Contains(key.Name, StringComparer.Ordinal) && IsMeant(key.Name, read)))
            {
                diagnostics.Add(AttributeDiagnostics.UnknownKey(key.Name, service.Name, read, key.Key.Location));
            }
        }
    }

    // The "x-" is common to all, and no likeness.
    private static bool IsMeant(string key, IReadOnlyList<string> read) =>
        Array.IndexOf(_ofEcsComposeX, key) >= 0 || Spelling.Nearest(key.Substring(2), read.Concat(_ofEcsComposeX).Select(known => known.Substring(2))) is not null;
}
