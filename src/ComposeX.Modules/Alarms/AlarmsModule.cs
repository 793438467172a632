using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Lookups;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Alarms;

/// <summary>
/// <c>x-alarms</c>: alarms on metrics, and alarms on other alarms. An alarm may refer to a family's service, and a service may name an
/// alarm that its deployments watch. So that the two never wait for each other, nobody refers to an alarm but by its name, which is
/// known before it exists.
/// </summary>
public sealed class AlarmsModule : Module
{
    public const string CompositeType = "AWS::CloudWatch::CompositeAlarm";

    public override string Key => "x-alarms";

    public override string Type => "AWS::CloudWatch::Alarm";

    public override IReadOnlyList<ModuleAttribute> Attributes { get; } = [new("AlarmName", null), new("Arn", "Arn", Alias: "AlarmArn") { Export = "AlarmArn" }];

    public override IReadOnlyList<string> ExtraKeys { get; } = ["Services", "Topics"];

    public override LookupSource? LookupBy { get; } = new(
        "cloudwatch:alarm", "AWS::CloudWatch::Alarm", LookupSources.Arn("cloudwatch", "alarm:(?<id>.+)"), "${id}", [new("AlarmName", "${id}"), new("Arn", "${arn}")]);

    public override IReadOnlyList<Offer> Offers(Declaration declaration) => declaration.Bound is AlarmPlan plan
        ? [.. plan.Scaling.Select(use => new StepAlarmOffer(use.Target, use.Scaling, plan.Threshold, plan.IsBelow)), .. TopicActions.Deliveries(declaration, plan)]
        : [];

    public override IReadOnlyList<Offer> OffersOf(Family family) => PredefinedResources.Deliveries(family);

    public override object? Bind(Declaration declaration, DiagnosticBag diagnostics) => AlarmPlan.Read(declaration, diagnostics);

    public override Synthesized Synthesize(Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        if (declaration is not { IsNew: true, Bound: AlarmPlan plan })
        {
            return new Synthesized();
        }

        CheckName(declaration, plan, surroundings, diagnostics);
        var named = TopicActions.Resolve(plan.Properties).With("AlarmName", AlarmNames.Of(declaration));
        var properties = plan.Expression is { } expression
            ? CompositeAlarm.Complete(named, expression, declaration, surroundings, diagnostics)
            : MetricAlarm.Complete(named, plan, declaration, surroundings, diagnostics);
        return Synthesized.Of(new SynthesizedResource(
            declaration.LogicalId(), plan.IsComposite ? CompositeType : Type, TopicActions.Add(properties, plan.Topics), Home.OfKey(Key), declaration.Origin));
    }

    public override CfnValue? AttributeOf(Declaration declaration, ModuleAttribute attribute, Location origin, DiagnosticBag diagnostics) => declaration switch
    {
        { IsNew: true } when attribute.Name == "Arn" => AlarmNames.ArnOf(declaration, origin),
        { IsNew: true } => AlarmNames.Of(declaration),
        { Use: YamlScalar { Tag: null } existing } when attribute.Name == "Arn" => AlarmNames.Arn(new CfnString(existing.Text, existing.Location), origin),
        _ => base.AttributeOf(declaration, attribute, origin, diagnostics),
    };

    private static void CheckName(Declaration declaration, AlarmPlan plan, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        if (plan.Properties["AlarmName"] is CfnString name
            && surroundings.Declarations.TakeWhile(other => other != declaration).FirstOrDefault(other => NameOf(other) == name.Value) is { } first)
        {
            diagnostics.Add(AlarmsDiagnostics.SameName(name.Value, first.Name, name.Origin));
        }

        string? NameOf(Declaration other) => other is { IsNew: true, Bound: AlarmPlan { Properties: { } properties } } ? (properties["AlarmName"] as CfnString)?.Value : null;
    }
}
