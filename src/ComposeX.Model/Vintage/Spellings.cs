using System.Collections.Generic;

namespace ComposeX.Model.Vintage;

/// <summary>The sections of <c>x-configs</c>, the keys of a service that took their places, and the names that changed in them.</summary>
internal static class Spellings
{
    private static readonly Renaming Sources = new(
        ("ipv4", "IPv4", null), ("ipv6", "IPv6", null), ("source_name", "Name", null), ("description", "Description", null), ("ports", "Ports", null),
        ("type", "Type", null), ("id", "Id", null), ("name", "Name", null));

    public static IReadOnlyDictionary<string, (string Key, Renaming Names)> Sections { get; } = new Dictionary<string, (string, Renaming)>
    {
        ["network"] = ("x-network", new(
            ("ingress", "Ingress", new(("myself", "Myself", null), ("ext_sources", "ExtSources", Sources), ("aws_sources", "AwsSources", Sources), ("services", "Services", Sources))))),
        ["iam"] = ("x-iam", new(
            ("boundary", "PermissionsBoundary", null),
            ("managed_policies", "ManagedPolicyArns", null),
            ("policies", "Policies", new(("name", "PolicyName", null), ("document", "PolicyDocument", null))))),
        ["logging"] = ("x-logging", new(("logs_retention_period", "RetentionInDays", null))),
        ["scaling"] = ("x-scaling", new(
            ("range", "Range", null),
            ("target_scaling", "TargetScaling", new(
                ("cpu_target", "CpuTarget", null), ("memory_target", "MemoryTarget", null), ("lb_targets", "TgtTargetsCount", null),
                ("scale_in_cooldown", "ScaleInCooldown", null), ("scale_out_cooldown", "ScaleOutCooldown", null), ("disable_scale_in", "DisableScaleIn", null))))),
    };
}
