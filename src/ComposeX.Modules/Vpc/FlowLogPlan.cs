using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Vpc;

/// <summary>Flow logs to write.</summary>
/// <param name="Boundary">The permissions boundary of the role that writes them, or null.</param>
/// <param name="Origin">The text that enabled them.</param>
internal sealed record FlowLogPlan(CfnValue? Boundary, Location Origin)
{
    private static readonly Regex PolicyArn = new(@"^arn:aws[a-z-]*:iam::(aws|\d{12}):policy/[\w+=,.@/-]+$", RegexOptions.CultureInvariant | RegexOptions.ECMAScript);

    private static readonly Regex PolicyName = new("^[\\w+=,.@-]+(/[\\w+=,.@-]+)*$", RegexOptions.CultureInvariant | RegexOptions.ECMAScript);

    public static FlowLogPlan? Read(MappingReader properties, DiagnosticBag diagnostics)
    {
        var isEnabled = properties.Boolean("EnableFlowLogs");
        var boundary = properties.Text("FlowLogsRoleBoundary");
        if (isEnabled is not { Value: true } enabled)
        {
            if (boundary is { } unused)
            {
                diagnostics.Add(VpcDiagnostics.BoundaryOfNothing(unused.Origin));
            }

            return null;
        }

        return new(boundary is { } policy ? ReadPolicy(policy.Value, policy.Origin, diagnostics) : null, enabled.Origin);
    }

    // A bare name is a policy of the account that is deployed to, in whichever partition that is.
    private static CfnValue? ReadPolicy(string policy, Location origin, DiagnosticBag diagnostics)
    {
        if (PolicyArn.IsMatch(policy))
        {
            return new CfnString(policy, origin);
        }

        if (PolicyName.IsMatch(policy))
        {
            return new Cfn(origin).Sub($"arn:${{AWS::Partition}}:iam::${{AWS::AccountId}}:policy/{policy}");
        }

        diagnostics.Add(VpcDiagnostics.NoPolicy(policy, origin));
        return null;
    }
}
