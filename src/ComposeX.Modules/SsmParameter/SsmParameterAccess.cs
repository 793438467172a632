using System.Collections.Generic;
using ComposeX.Model.Seam;

namespace ComposeX.Modules.SsmParameter;

/// <summary>The access sets of a parameter, all on its own ARN. A <c>SecureString</c>, which only an existing parameter can be, needs its key too.</summary>
internal static class SsmParameterAccess
{
    private static readonly string[] Reading = ["kms:Decrypt"];
    private static readonly string[] Writing = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"];

    public static IReadOnlyList<AccessSet> Sets { get; } =
    [
        AccessSet.OnResource("RW", "ssm:GetParameter", "ssm:GetParameterHistory", "ssm:GetParameters", "ssm:GetParametersByPath", "ssm:PutParameter") with { KeyActions = Writing },
        AccessSet.OnResource("RWStrict", "ssm:GetParameter", "ssm:GetParameterHistory", "ssm:PutParameter") with { KeyActions = Writing },
        AccessSet.OnResource("RO", "ssm:GetParameter", "ssm:GetParameterHistory", "ssm:GetParameters", "ssm:GetParametersByPath") with { KeyActions = Reading },
        AccessSet.OnResource("ROStrict", "ssm:GetParameter", "ssm:GetParameterHistory") with { KeyActions = Reading },
        .. SamPolicies.Of("ssm"),
    ];
}
