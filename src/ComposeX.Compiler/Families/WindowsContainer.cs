using System;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>What ECS refuses for containers of Windows.</summary>
internal static class WindowsContainer
{
    private static readonly (string Member, string Attribute)[] _ofLinux =
    [
        ("DnsSearchDomains", "dns_search"),
        ("DnsServers", "dns"),
        ("ExtraHosts", "extra_hosts"),
        ("LinuxParameters", "cap_add, cap_drop or init"),
        ("Links", "links"),
        ("Privileged", "privileged"),
        ("ReadonlyRootFilesystem", "read_only"),
        ("SystemControls", "sysctls"),
        ("Ulimits", "ulimits"),
        ("User", "user"),
    ];

    public static CfnMap WithoutLinux(CfnMap container, ComposeService service, DiagnosticBag diagnostics)
    {
        var kept = container;
        foreach (var (member, attribute) in _ofLinux)
        {
            if (container[member] is { } value)
            {
                diagnostics.Add(AttributeDiagnostics.NotOnWindows(attribute, service.Name, value.Origin));
                kept = kept with { Members = [.. kept.Members.Where(other => !string.Equals(other.Name, member, StringComparison.Ordinal))] };
            }
        }

        return kept;
    }
}
