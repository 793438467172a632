using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Kms;

/// <summary>A key policy of the user's own is taken as it is; what it keeps from working is said.</summary>
internal static class OwnPolicy
{
    public static void Check(Declaration declaration, CfnMap policy, IReadOnlyList<KeyUser> users, DiagnosticBag diagnostics)
    {
        var allowed = Statements(policy).Where(statement => statement["Effect"] is CfnString { Value: "Allow" }).ToList();
        foreach (var user in users.GroupBy(user => user.PrincipalText, StringComparer.Ordinal).Select(group => group.First()))
        {
            if (!allowed.Any(statement => Names(statement["Principal"], "Service", text => string.Equals(text, user.PrincipalText, StringComparison.Ordinal) || text.StartsWith($"{user.Service}.", StringComparison.Ordinal))))
            {
                diagnostics.Add(KmsDiagnostics.MissingInPolicy(declaration.Name, user, policy.Origin));
            }
        }

        if (declaration.Services.FirstOrDefault(use => use.Access.Count > 0) is { } service && !allowed.Any(statement => Names(statement["Principal"], "AWS", IsAccount)))
        {
            diagnostics.Add(KmsDiagnostics.WithoutIam(declaration.Name, service.Target.Value, policy.Origin));
        }
    }

    private static IEnumerable<CfnMap> Statements(CfnMap policy) => policy["Statement"] switch
    {
        CfnMap one => [one],
        CfnList list => list.Items.OfType<CfnMap>(),
        _ => [],
    };

    // Whom a function names nobody knows here: it is taken for whom is looked for.
    private static bool Names(CfnValue? principal, string kind, Func<string, bool> isWanted) => principal switch
    {
        CfnString text => text.Value == "*" || isWanted(text.Value),
        CfnList list => list.Items.Any(item => Names(item, kind, isWanted)),
        CfnMap map => map[kind] is { } member && Names(member, kind, isWanted),
        CfnFunction { Argument: CfnString text } function when function.Name == "Fn::Sub" => isWanted(text.Value),
        null => false,
        _ => true,
    };

    private static bool IsAccount(string principal) =>
        principal.EndsWith(":root", StringComparison.Ordinal) || principal.EndsWith("${AWS::AccountId}", StringComparison.Ordinal) || principal.All(char.IsDigit);
}
