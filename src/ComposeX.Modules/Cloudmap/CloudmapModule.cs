using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Lookups;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Cloudmap;

/// <summary><c>x-cloudmap</c>: namespaces of Cloud Map, in which services are found by name.</summary>
public sealed class CloudmapModule : Module
{
    /// <summary>The top-level key.</summary>
    internal const string TopLevelKey = "x-cloudmap";

    private const string HostedZoneId = "HostedZoneId";
    private const string ZoneName = "ZoneName";

    public override string Key => TopLevelKey;

    public override string Type => "AWS::ServiceDiscovery::PrivateDnsNamespace";

    public override IReadOnlyList<ModuleAttribute> Attributes { get; } =
    [
        new("PrivateNamespaceId", "Id", Alias: "Id"),
        new("PrivateNamespaceArn", "Arn", Alias: "Arn"),
        new("PrivateDnsZoneId", HostedZoneId, Alias: HostedZoneId),
        new("PrivateDnsZoneName", null, Alias: ZoneName),
    ];

    public override IReadOnlyList<string> ExtraKeys { get; } = ["Name", ZoneName, "Type"];

    public override bool NeedsNetwork => true;

    public override IReadOnlyList<Offer> Offers(Declaration declaration) =>
        declaration.Bound is Namespace bound ? [new NamespaceOffer(bound.ZoneName.Value, bound.Kind == NamespaceKind.Private)] : [];

    public override IReadOnlyList<Offer> OffersOf(Family family) => Registration.Of(family, new DiagnosticBag()) is [var first, ..]
        ? [new RegistryOffer(family.Name, first.Namespace.Value, first.Name.Value)]
        : [];

    public override object? Bind(Declaration declaration, DiagnosticBag diagnostics)
    {
        base.Bind(declaration, diagnostics);
        return Namespace.Read(declaration, diagnostics);
    }

    public override IReadOnlyList<LookupQuery> QueriesOf(Declaration declaration) => declaration.Bound is Namespace bound ? bound.QueriesOf(declaration) : [];

    public override Synthesized Synthesize(Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        if (declaration.Bound is not Namespace bound)
        {
            return new Synthesized();
        }

        CheckNeighbours(declaration, bound, surroundings, diagnostics);
        return declaration.IsNew
            ? Synthesized.Of(MainResource(declaration, Properties(declaration, bound, surroundings, diagnostics)) with { Type = bound.Type })
            : new Synthesized();
    }

    public override CfnValue? AttributeOf(Declaration declaration, ModuleAttribute attribute, Location origin, DiagnosticBag diagnostics)
    {
        if (declaration.Bound is not Namespace bound)
        {
            return null;
        }

        if (attribute.Alias == ZoneName)
        {
            return new CfnString(bound.ZoneName.Value, bound.ZoneName.Origin);
        }

        if (attribute.Alias == HostedZoneId && (bound.Kind == NamespaceKind.Http || declaration.Use is not null))
        {
            diagnostics.Add(CloudmapDiagnostics.NoHostedZone(declaration.Name, declaration.Use is not null, origin));
            return null;
        }

        return declaration switch
        {
            { Found: { } found } => found.Require(attribute.Alias ?? attribute.Name, origin, diagnostics),
            { Use: YamlScalar id } when attribute.Alias == "Arn" =>
                new Cfn(id.Location).Sub($"arn:${{AWS::Partition}}:servicediscovery:${{AWS::Region}}:${{AWS::AccountId}}:namespace/{id.Text}"),
            _ => base.AttributeOf(declaration, attribute, origin, diagnostics),
        };
    }

    private static CfnMap Properties(Declaration declaration, Namespace bound, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var properties = PropertiesReader.Read(declaration.Properties, bound.Type, declaration.Origin)
            .With("Name", new CfnString(bound.ZoneName.Value, bound.ZoneName.Origin));
        if (bound.Kind != NamespaceKind.Private || surroundings.Network is not { } network)
        {
            return properties;
        }

        if (properties["Vpc"] is { } vpc)
        {
            diagnostics.Add(CloudmapDiagnostics.VpcReplaced(vpc.Origin));
        }

        return properties.With("Vpc", network.VpcId);
    }

    // A zone exists once in a VPC; and one that exists is in a VPC that exists.
    private static void CheckNeighbours(Declaration declaration, Namespace bound, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var first = surroundings.Declarations.First(other => other.Bound is Namespace one && string.Equals(one.ZoneName.Value, bound.ZoneName.Value, StringComparison.OrdinalIgnoreCase));
        if (!string.Equals(first.Name, declaration.Name, StringComparison.Ordinal))
        {
            diagnostics.Add(CloudmapDiagnostics.ZoneDeclaredTwice(bound.ZoneName.Value, first.Name, bound.ZoneName.Origin));
        }

        if (bound.Kind == NamespaceKind.Private && !declaration.IsNew && surroundings.Declarations.Any(other => other is { Module: EnvironmentModule { IsNetwork: true }, IsNew: true }))
        {
            diagnostics.Add(CloudmapDiagnostics.OldNamespaceInNewVpc(declaration.Name, (declaration.Lookup ?? declaration.Use)?.Location ?? declaration.Origin));
        }
    }
}
