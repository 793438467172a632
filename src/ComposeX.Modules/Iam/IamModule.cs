using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Iam;

/// <summary><c>x-iam</c> of a service: what its code may do beyond what it was granted of declared resources, and the boundary of its roles.</summary>
public sealed class IamModule : ServiceModule
{
    internal const string Iam = "x-iam";
    internal const string AwsRole = "x-aws-role";
    internal const string AwsPolicies = "x-aws-policies";

    public override IReadOnlyList<string> Keys { get; } = [Iam, AwsRole, AwsPolicies];

    public override Synthesized Synthesize(Family family, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var requests = family.Services.Select(service => IamRequest.Read(service, diagnostics)).ToList();
        return new()
        {
            Resources = [.. Policies(family, requests.SelectMany(request => request.Policies), diagnostics)],
            Contributions =
            [
                .. Boundary(family, [.. requests.Select(request => request.Boundary).OfType<CfnValue>()], diagnostics),
                .. requests.SelectMany(request => request.ManagedPolicies).Select(policy => new AttachPolicy(family, policy, policy.Origin)),
            ],
        };
    }

    private static IEnumerable<Contribution> Boundary(Family family, IReadOnlyList<CfnValue> boundaries, DiagnosticBag diagnostics)
    {
        foreach (var other in boundaries.Skip(1).Where(other => !CfnValueComparer.Default.Equals(other, boundaries[0])))
        {
            diagnostics.Add(IamDiagnostics.BoundaryConflict(family.Name, boundaries[0].Origin, other.Origin));
        }

        return boundaries.Take(1).Select(boundary => new SetPermissionsBoundary(family, boundary, boundary.Origin));
    }

    private static IEnumerable<SynthesizedResource> Policies(Family family, IEnumerable<InlinePolicy> policies, DiagnosticBag diagnostics)
    {
        var byName = policies.GroupBy(policy => policy.Name.Value, StringComparer.Ordinal).ToList();
        foreach (var group in byName)
        {
            var first = group.First();
            foreach (var other in group.Skip(1).Where(other => !CfnValueComparer.Default.Equals(other.Document, first.Document)))
            {
                diagnostics.Add(IamDiagnostics.SameName(group.Key, family.Name, first.Name.Origin, other.Name.Origin));
            }
        }

        diagnostics.AddRange(LogicalId.Clashes(byName.Select(group => new NamedId(group.Key, Id(family, group.Key), group.First().Name.Origin))));
        return byName.Select(group => Policy(family, group.First()));
    }

    private static SynthesizedResource Policy(Family family, InlinePolicy policy)
    {
        var cfn = new Cfn(policy.Name.Origin);
        return new(Id(family, policy.Name.Value), InlinePolicy.Type, cfn.Map(
            ("PolicyName", cfn.String(policy.Name.Value)),
            ("PolicyDocument", policy.Document),
            ("Roles", cfn.List(cfn.Ref(family.TaskRole())))), Home.Of(family), policy.Name.Origin);
    }

    private static string Id(Family family, string name) => family.Id("Iam", name);
}
