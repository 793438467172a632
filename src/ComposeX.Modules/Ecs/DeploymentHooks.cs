using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ecs;

/// <summary>What is asked at the stages of a deployment, and the role that lets ECS ask Lambda functions.</summary>
/// <param name="Hooks">The hooks, complete; null when there are none.</param>
internal sealed record DeploymentHooks(CfnList? Hooks, IReadOnlyList<SynthesizedResource> Resources)
{
    // Stages that ECS itself shifts traffic at; nobody can hold it there.
    private static readonly string[] NoPause = ["TEST_TRAFFIC_SHIFT", "PRODUCTION_TRAFFIC_SHIFT"];

    public static DeploymentHooks Of(Family family, CfnList? hooks, DiagnosticBag diagnostics)
    {
        if (hooks is null)
        {
            return new(null, []);
        }

        foreach (var hook in hooks.Items.OfType<CfnMap>())
        {
            Check(hook, diagnostics);
        }

        var functions = hooks.Items.OfType<CfnMap>().Where(WantsRole).Select(hook => hook["HookTargetArn"]).OfType<CfnValue>().Distinct(CfnValueComparer.Default).ToList();
        var role = family.Id("DeploymentHookRole");
        var complete = hooks with
        {
            Items = [.. hooks.Items.Select(item => item is CfnMap hook && WantsRole(hook) ? hook.With("RoleArn", new Cfn(hook.Origin).GetAtt(role, "Arn")) : item)],
        };
        return new(complete, functions.Count == 0 ? [] : Role(family, role, functions, new Cfn(hooks.Origin)));
    }

    private static bool IsPause(CfnMap hook) => hook["TargetType"] is CfnString { Value: "PAUSE" };

    private static bool WantsRole(CfnMap hook) => !IsPause(hook) && hook["RoleArn"] is null && hook["HookTargetArn"] is not null;

    private static void Check(CfnMap hook, DiagnosticBag diagnostics)
    {
        if (!IsPause(hook))
        {
            if (hook["HookTargetArn"] is null)
            {
                diagnostics.Add(EcsDiagnostics.NoHookTarget(hook.Origin));
            }

            return;
        }

        foreach (var member in new[] { "HookTargetArn", "RoleArn", "HookDetails" })
        {
            if (hook[member] is { } value)
            {
                diagnostics.Add(EcsDiagnostics.NotOfPause(member, value.Origin));
            }
        }

        foreach (var stage in (hook["LifecycleStages"] as CfnList)?.Items.OfType<CfnString>().Where(stage => Array.IndexOf(NoPause, stage.Value) >= 0) ?? [])
        {
            diagnostics.Add(EcsDiagnostics.NoPauseAt(stage.Value, stage.Origin));
        }
    }

    private static IReadOnlyList<SynthesizedResource> Role(Family family, string role, IReadOnlyList<CfnValue> functions, Cfn cfn)
    {
        var policy = family.Id("DeploymentHookPolicy");
        return
        [
            new(role, "AWS::IAM::Role", cfn.Map(
                ("Description", cfn.String($"What ECS may call while it deploys {family.Name}")),
                ("AssumeRolePolicyDocument", Document(cfn, cfn.Map(
                    ("Effect", cfn.String("Allow")),
                    ("Principal", cfn.Map(("Service", cfn.String("ecs.amazonaws.com")))),
                    ("Action", cfn.String("sts:AssumeRole")))))), Home.Of(family), cfn.Origin),
            new(policy, "AWS::IAM::Policy", cfn.Map(
                ("PolicyName", cfn.String(policy)),
                ("PolicyDocument", Document(cfn, cfn.Map(
                    ("Sid", cfn.String("CallHooks")),
                    ("Effect", cfn.String("Allow")),
                    ("Action", cfn.List(cfn.String("lambda:InvokeFunction"))),
                    ("Resource", cfn.List(functions))))),
                ("Roles", cfn.List(cfn.Ref(role)))), Home.Of(family), cfn.Origin),
        ];
    }

    private static CfnMap Document(Cfn cfn, CfnMap statement) => cfn.Map(("Version", cfn.String("2012-10-17")), ("Statement", cfn.List(statement)));
}
