using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ec2;

/// <summary><c>x-ec2</c>: groups of instances that are hosts of the cluster's tasks. Without more words a group is what one needs to launch some, and launches none.</summary>
public sealed class Ec2Module : Module
{
    private const string Provider = "CapacityProvider";

    public override string Key => "x-ec2";

    public override string Type => "AWS::EC2::LaunchTemplate";

    public override IReadOnlyList<ModuleAttribute> Attributes { get; } =
    [
        new("LaunchTemplateId", null) { Export = "Ec2LaunchTemplateId" },
        new(Provider, null) { Export = "Ec2CapacityProvider" },
        new("RoleArn", "Arn") { Export = "Ec2RoleArn" },
        new("InstanceProfileArn", "Arn") { Export = "Ec2InstanceProfileArn" },
        new("SecurityGroupId", "GroupId") { Export = "Ec2SecurityGroupId" },
    ];

    // Services choose a group by its name; there is nothing to hand over to them.
    public override ModuleAttribute? DefaultVariable => null;

    public override bool TakesImports => false;

    public override bool NeedsNetwork => true;

    public override bool NeedsNetworkFor(Declaration declaration) => !string.Equals((declaration.MacroParameters?["IamOnly"] as YamlScalar)?.Text, "true", StringComparison.OrdinalIgnoreCase);

    public override IReadOnlyList<Offer> Offers(Declaration declaration) => declaration.Bound switch
    {
        InstanceGroup { Managed: not null, IamOnly: null } => [new CapacityOffer(ComputePlatform.ManagedInstances, ProviderOf(declaration))],
        InstanceGroup { AutoScaling: not null, IamOnly: null } => [new CapacityOffer(ComputePlatform.Ec2, ProviderOf(declaration))],
        InstanceGroup => [new CapacityOffer(ComputePlatform.Ec2, null)],
        _ => [],
    };

    public override object? Bind(Declaration declaration, DiagnosticBag diagnostics)
    {
        if ((declaration.Use ?? declaration.Lookup) is { } existing)
        {
            diagnostics.Add(Ec2Diagnostics.OnlyNew(declaration.Name, existing.Location));
            return null;
        }

        return GroupReader.Read(declaration, PropertiesOf(declaration), diagnostics);
    }

    public override Synthesized Synthesize(Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        if (declaration.Bound is not InstanceGroup asked)
        {
            return new Synthesized();
        }

        if (HostCluster.Of(surroundings) is not { } cluster)
        {
            diagnostics.Add(Ec2Diagnostics.NoCluster(declaration.Name, declaration.Origin));
            return new Synthesized();
        }

        if (asked.AutoScaling is { } scaling && surroundings.Cluster is { TakesProviders: false })
        {
            diagnostics.Add(Ec2Diagnostics.ProviderOfElsewhere(asked.Name, scaling.Origin));
        }

        if (asked.First > 0 && surroundings.Families.Count > 0 && !surroundings.Families.Any(family => family.Platform() == ComputePlatform.Ec2))
        {
            diagnostics.Add(Ec2Diagnostics.NobodyRuns(asked.Name, asked.AutoScaling?.Origin ?? asked.SpotFleet?.Origin ?? asked.Origin));
        }

        var subnets = new HostSubnets(asked, surroundings, diagnostics);
        var group = new Group(declaration, asked, cluster, surroundings.Network?.VpcId, asked.IamOnly is null ? subnets.Ids : null)
        {
            StackName = surroundings.StackName,
            Routes = surroundings.Network?.Routes ?? [],
        };
        return new()
        {
            Resources = [.. HostIdentity.Of(group), .. asked.IamOnly is null ? Hosts(group, subnets, surroundings, diagnostics) : []],
            Parameters = asked is { IamOnly: null, Managed: null } && asked.Image.Parameter(group.AmiParameter, asked.Name, declaration.Origin) is { } ami ? [ami] : [],
        };
    }

    public override CfnValue? AttributeOf(Declaration declaration, ModuleAttribute attribute, Location origin, DiagnosticBag diagnostics)
    {
        var part = attribute.Name switch
        {
            Provider => Provider,
            "RoleArn" => "Role",
            "InstanceProfileArn" => "InstanceProfile",
            "SecurityGroupId" => "SecurityGroup",
            _ => "",
        };
        var asked = declaration.Bound as InstanceGroup;
        var exists = asked is not null && part switch
        {
            "Role" or "InstanceProfile" => true,
            _ when asked.IamOnly is not null => false,
            Provider => asked.AutoScaling is not null || asked.Managed is not null,
            "" => asked.Managed is null,
            _ => true,
        };
        if (exists)
        {
            return new CfnResourceReference(declaration.LogicalId(part), attribute.GetAtt, origin);
        }

        diagnostics.Add(Ec2Diagnostics.NoSuchPart(attribute.Name, declaration.Name, origin));
        return null;
    }

    private IEnumerable<SynthesizedResource> Hosts(Group group, HostSubnets subnets, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        yield return LaunchTemplate.SecurityGroup(group);
        if (group.Asked.Managed is { } managed)
        {
            foreach (var resource in ManagedInstances.Of(group, managed))
            {
                yield return resource;
            }

            yield break;
        }

        yield return LaunchTemplate.Of(group, MainResource(group.Declaration, group.Asked.Properties));
        var launched = group.Asked switch
        {
            { AutoScaling: { } scaling } => AutoScaling.Of(group, scaling),
            { SpotFleet: { } fleet } when subnets.OneByOne(fleet.Origin) is { } each => SpotFleet.Of(group, fleet, each),
            _ => [],
        };
        foreach (var resource in launched)
        {
            yield return resource;
        }
    }

    private static CfnResourceReference ProviderOf(Declaration declaration) => new(declaration.LogicalId(Provider), null, declaration.Origin);
}
