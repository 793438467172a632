using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Events;

/// <summary>
/// <c>x-events</c>: rules of EventBridge that run tasks by the clock or when something happens. A rule refers to families, so nothing
/// refers to a rule but by its name, which is known before it exists.
/// </summary>
public sealed class EventsModule : Module
{
    public override string Key => "x-events";

    public override string Type => "AWS::Events::Rule";

    public override IReadOnlyList<ModuleAttribute> Attributes { get; } = [new("RuleName", null), new("Arn", "Arn", Alias: "RuleArn") { Export = "RuleArn" }];

    // What a rule starts has no use for the rule's name.
    public override ModuleAttribute? DefaultVariable => null;

    public override IReadOnlyList<string> UseKeys => TaskStart.Keys;

    public override IReadOnlyList<Offer> Offers(Declaration declaration) => declaration.Bound is RulePlan plan
        ? [.. plan.Starts.Select(start => new TaskStartOffer(start.Target, start.ReplacesService is { Value: true })), .. UserTargets.Deliveries(declaration, plan)]
        : [];

    public override object? Bind(Declaration declaration, DiagnosticBag diagnostics)
    {
        _ = base.Bind(declaration, diagnostics);
        return RulePlan.Read(declaration, diagnostics);
    }

    public override Synthesized Synthesize(Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        if (declaration.Bound is not RulePlan plan || !declaration.IsNew)
        {
            return new Synthesized();
        }

        var targets = FamilyTarget.Of(declaration, plan, surroundings, diagnostics);
        RuleChecks.Check(declaration, plan, targets, surroundings, diagnostics);
        var own = UserTargets.Of(plan);
        var properties = plan.Properties.With("Name", RuleNames.Of(declaration));
        if (own.Items.Count + targets.Count > 0)
        {
            properties = properties.With("Targets", own with { Items = [.. own.Items, .. targets.Select(target => target.Properties)] });
        }

        return Synthesized.Of(
        [
            .. targets.Select(target => target.Role),
            MainResource(declaration, properties) with { DependsOn = [.. targets.Select(target => target.WaitsFor), .. UserTargets.WaitsFor(plan, surroundings)] },
        ]);
    }

    public override CfnValue? AttributeOf(Declaration declaration, ModuleAttribute attribute, Location origin, DiagnosticBag diagnostics) =>
        attribute.Name == "Arn" ? RuleNames.ArnOf(declaration, origin) ?? new CfnResourceReference(declaration.LogicalId(), "Arn", origin) : RuleNames.Of(declaration);
}
