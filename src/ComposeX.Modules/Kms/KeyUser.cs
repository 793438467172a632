using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.Modules.Kms;

/// <summary>A service of AWS that uses a key by itself: IAM says nothing about it, so the key's policy must.</summary>
/// <param name="Service">What the statement is called for: <c>sns</c>.</param>
/// <param name="Principal">The service's name, as a policy has it.</param>
/// <param name="Purpose">What it does with the key, for people: <c>deliver to "orders" of x-sqs</c>.</param>
/// <param name="Condition">For whom alone, or null where AWS does not say for whom. It never refers to a resource: that may wait for the key.</param>
/// <param name="Origin">The YAML that has the service do it.</param>
internal sealed record KeyUser(string Service, CfnValue Principal, string Purpose, IReadOnlyList<string> Actions, CfnMap? Condition, Location Origin)
{
    /// <summary>The principal as a text, placeholders and all.</summary>
    public string PrincipalText => Principal switch
    {
        CfnString text => text.Value,
        CfnFunction { Argument: CfnString text } => text.Value,
        _ => Service,
    };

    public CfnMap Statement()
    {
        var cfn = new Cfn(Origin);
        return cfn.Map(
            ("Sid", cfn.String(CloudFormation.Templates.LogicalId.From("for", Service))),
            ("Effect", cfn.String("Allow")),
            ("Principal", cfn.Map(("Service", Principal))),
            ("Action", cfn.Strings(Actions)),
            ("Resource", cfn.String("*")),
            ("Condition", Condition));
    }
}
