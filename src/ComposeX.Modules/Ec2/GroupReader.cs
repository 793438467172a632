using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ec2;

/// <summary>Reads an entry of <c>x-ec2</c> and reports what is wrong in it.</summary>
internal static class GroupReader
{
    private static readonly string[] Architectures = ["X86_64", "ARM64"];

    private static readonly string[] Reserved = ["FARGATE", "FARGATE_SPOT"];

    private static readonly Regex Ami = new("^ami-[0-9a-f]{8,17}$", RegexOptions.CultureInvariant);

    private static readonly Regex Parameter = new("^/[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*$", RegexOptions.CultureInvariant);

    public static InstanceGroup Read(Declaration declaration, CfnMap properties, DiagnosticBag diagnostics)
    {
        var settings = MappingReader.Of(declaration.Settings, diagnostics);
        var subnets = settings.Text("Subnets");
        settings.RejectOthers("Settings of x-ec2");
        var reader = MappingReader.Of(declaration.MacroParameters, diagnostics);
        var types = InstanceTypeReader.Read(reader, diagnostics);
        var group = new InstanceGroup(declaration.Name, declaration.Origin)
        {
            Properties = properties,
            IamOnly = reader.Boolean("IamOnly") is { Value: true } iamOnly ? iamOnly.Origin : null,
            Types = types,
            Image = ImageOf(reader, types, diagnostics),
            Subnets = subnets,
            VolumeSize = Sizes.Of(reader.Integer("VolumeSize"), "VolumeSize", 30, diagnostics)?.Value ?? 30,
            BootstrapMinutes = Sizes.Between(reader.Integer("BootstrapMinutes"), "BootstrapMinutes", 1, 60, diagnostics)?.Value ?? 5,
            Labels = AgentReader.Labels(reader.Mapping("Labels"), diagnostics),
            Agent = AgentReader.Settings(reader.Mapping("Agent"), diagnostics),
            ManagedPolicies = Policies(reader),
            PermissionsBoundary = reader.Text("PermissionsBoundary") is { } boundary ? PropertiesReader.ReadText(boundary.Value, boundary.Origin) : null,
            AutoScaling = Mapping(reader, "AutoScaling") is { } scaling ? AutoScalingSettings.Read(scaling, diagnostics) : null,
            SpotFleet = Mapping(reader, "SpotFleet") is { } fleet ? SpotFleetSettings.Read(fleet, diagnostics) : null,
            Managed = Mapping(reader, "ManagedInstances") is { } managed ? ManagedInstancesSettings.Read(managed, diagnostics) : null,
        };
        reader.RejectOthers("MacroParameters of x-ec2");
        GroupChecks.Check(group, declaration, diagnostics);
        if (Reserved.Contains(declaration.Name, StringComparer.OrdinalIgnoreCase))
        {
            diagnostics.Add(Ec2Diagnostics.ReservedName(declaration.Name, declaration.Origin));
        }

        return group;
    }

    // "AutoScaling:" with nothing behind it asks for the defaults.
    private static YamlMapping? Mapping(MappingReader reader, string key) =>
        reader.Entry(key) is { } entry && ScalarResolver.IsNull(entry.Value) ? new YamlMapping([], entry.Key.Location) : reader.Mapping(key);

    private static IReadOnlyList<CfnValue> Policies(MappingReader reader) =>
        [.. reader.Texts("ManagedPolicyArns").Select(arn => PropertiesReader.ReadText(arn.Value, arn.Origin))];

    private static MachineImage ImageOf(MappingReader reader, InstanceTypes types, DiagnosticBag diagnostics)
    {
        var architecture = Sizes.OneOf(reader.Text("Architecture"), "Architecture", Architectures, diagnostics);
        var gpu = reader.Boolean("Gpu");
        var image = reader.Text("ImageId");
        if (image is { } given && !Ami.IsMatch(given.Value) && !Parameter.IsMatch(given.Value))
        {
            diagnostics.Add(Ec2Diagnostics.NoImage(given.Value, given.Origin));
        }

        var isArm = architecture is { } said ? said.Value == "ARM64" : types.Named.Count > 0 && types.Named.All(InstanceTypeReader.IsArm);
        foreach (var other in types.Named.Where(type => InstanceTypeReader.IsArm(type) != isArm))
        {
            diagnostics.Add(Ec2Diagnostics.OtherArchitecture(other.Name.Value, isArm ? "ARM64" : "X86_64", other.Name.Origin));
        }

        if (isArm && image is null && gpu is { Value: true } both)
        {
            diagnostics.Add(Ec2Diagnostics.NoGpuImage(both.Origin));
        }

        return new(isArm, gpu is { Value: true }, image);
    }
}
