using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Lookups;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Route53;

/// <summary><c>x-route53</c>: hosted zones, in which load balancers get names and certificates are validated.</summary>
public sealed class Route53Module : Module
{
    private const string ZoneName = "HostedZoneName";

    public override string Key => "x-route53";

    public override string Type => "AWS::Route53::HostedZone";

    public override IReadOnlyList<ModuleAttribute> Attributes { get; } = [new("HostedZoneId", null, Alias: "Id"), new(ZoneName, null)];

    public override IReadOnlyList<string> ExtraKeys => ["Name", "ZoneName"];

    public override object? Bind(Declaration declaration, DiagnosticBag diagnostics)
    {
        var zone = HostedZone.Read(declaration, diagnostics);
        if (declaration.IsNew && zone is { Name: { } name, IsPrivate: false } && declaration.Properties?["VPCs"] is null)
        {
            diagnostics.Add(Route53Diagnostics.NeedsDelegation(name.Value, name.Origin));
        }

        return zone;
    }

    public override IReadOnlyList<LookupQuery> QueriesOf(Declaration declaration) => declaration.Bound is HostedZone zone ? zone.QueriesOf(declaration) : [];

    public override Synthesized Synthesize(Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        if (!declaration.IsNew || declaration.Bound is not HostedZone { Name: { } name } zone)
        {
            return new Synthesized();
        }

        var properties = PropertiesOf(declaration).With("Name", new CfnString(name.Value, name.Origin));
        if (zone.IsPrivate && properties["VPCs"] is null)
        {
            if (surroundings.Network is not { } network)
            {
                diagnostics.Add(Route53Diagnostics.NoNetwork(declaration.Origin));
                return new Synthesized();
            }

            var cfn = new Cfn(declaration.Origin);
            properties = properties.With("VPCs", cfn.List(cfn.Map(("VPCId", network.VpcId), ("VPCRegion", cfn.Pseudo("AWS::Region")))));
        }

        return Synthesized.Of(MainResource(declaration, properties));
    }

    // CloudFormation does not return the name of a zone, and the file says it.
    public override CfnValue? AttributeOf(Declaration declaration, ModuleAttribute attribute, Location origin, DiagnosticBag diagnostics)
    {
        var found = declaration.Found?.Attributes;
        if (attribute.Name == ZoneName)
        {
            return found is not null && found.TryGetValue(ZoneName, out var known) ? known
                : declaration.Bound is HostedZone { Name: { } name } ? new CfnString(name.Value, origin)
                : base.AttributeOf(declaration, attribute, origin, diagnostics);
        }

        return found is not null && !found.ContainsKey(attribute.Name) && found.TryGetValue("Id", out var id)
            ? id
            : base.AttributeOf(declaration, attribute, origin, diagnostics);
    }
}
