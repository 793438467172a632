using System.Collections.Generic;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>Reads <c>access</c>: <c>/path</c>, <c>host</c> or <c>host/path</c>; a host's port is no part of the condition.</summary>
internal static class AccessPattern
{
    private static readonly Regex Host = new("^(?=.{1,128}$)([*?A-Za-z0-9-]+\\.)+[*?A-Za-z0-9-]+(:[0-9]{1,5})?$", RegexOptions.CultureInvariant);

    private static readonly Regex Path = new("^/[A-Za-z0-9_.$/~\"'@:+*?&;=%!,-]{0,127}$", RegexOptions.CultureInvariant);

    /// <summary>The conditions; null for all requests (<c>/</c>), or when it is none, which is reported.</summary>
    public static CfnList? Read(Located<string> access, DiagnosticBag diagnostics)
    {
        var slash = access.Value.IndexOf('/');
        var host = slash < 0 ? access.Value : access.Value.Substring(0, slash);
        var path = slash < 0 ? "" : access.Value.Substring(slash);
        if (access.Value.Length == 0 || (host.Length > 0 && !Host.IsMatch(host)) || (path.Length > 0 && !Path.IsMatch(path)))
        {
            diagnostics.Add(Elbv2Diagnostics.BadAccess(access.Value, access.Origin));
            return null;
        }

        var cfn = new Cfn(access.Origin);
        var conditions = new List<CfnValue>();
        if (host.Length > 0)
        {
            conditions.Add(Condition(cfn, "host-header", "HostHeaderConfig", host.Split(':')[0]));
        }

        if (path.Length > 1)
        {
            conditions.Add(Condition(cfn, "path-pattern", "PathPatternConfig", path));
        }

        return conditions.Count == 0 ? null : cfn.List(conditions);
    }

    /// <summary>The condition that every request fulfils.</summary>
    public static CfnList Everything(Cfn cfn) => cfn.List(Condition(cfn, "path-pattern", "PathPatternConfig", "*"));

    private static CfnMap Condition(Cfn cfn, string field, string config, string value) =>
        cfn.Map(("Field", cfn.String(field)), (config, cfn.Map(("Values", cfn.Strings([value])))));
}
