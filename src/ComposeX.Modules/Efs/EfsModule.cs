using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Lookups;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Efs;

/// <summary><c>x-efs</c>: file systems that the tasks of many services share, as volumes or otherwise.</summary>
public sealed class EfsModule : Module
{
    internal const string FileSystemId = "FilesystemId";
    internal const string Arn = "Arn";
    internal const string Port = "FilesystemPort";
    internal const string GroupId = "GroupId";

    private const string Mount = "elasticfilesystem:ClientMount";
    private const string Write = "elasticfilesystem:ClientWrite";

    public override string Key => "x-efs";

    public override string Type => "AWS::EFS::FileSystem";

    public override bool NeedsNetwork => true;

    public override bool TakesImports => false;

    public override IReadOnlyList<ModuleAttribute> Attributes { get; } =
    [
        new(FileSystemId, null),
        new(Arn, Arn, Alias: "FilesystemArn") { Export = "FilesystemArn" },
        new(Port, null),
        new(GroupId, null, Alias: "FilesystemMountPointSgId") { Export = "FilesystemMountPointSgId" },
    ];

    public override IReadOnlyList<AccessSet> Access { get; } =
    [
        AccessSet.OnResource("RO", Mount),
        AccessSet.OnResource("RW", Mount, Write),
        AccessSet.OnResource("Root", Mount, "elasticfilesystem:ClientRootAccess", Write),
    ];

    /// <summary>The group is that of the mount targets, which Cloud Control does not tell: whoever looks up asks for those.</summary>
    public override LookupSource LookupBy { get; } = new(
        "elasticfilesystem:file-system", "AWS::EFS::FileSystem", @"^arn:(?<partition>aws[a-z-]*):elasticfilesystem:(?<region>[a-z0-9-]+):(?<account>\d{12}):file-system/(?<id>fs-[0-9a-f]+)$", "${id}",
        [new(FileSystemId, "${id}"), new(Arn, "${arn}"), new(GroupId, GroupId, IsOptional: true)]);

    public override object? Bind(Declaration declaration, DiagnosticBag diagnostics) =>
        declaration.IsNew ? NewFileSystem.Read(declaration, PropertiesOf(declaration), diagnostics) : ExistingFileSystem.Read(declaration, diagnostics);

    public override IReadOnlyList<Offer> Offers(Declaration declaration) => declaration.Bound switch
    {
        NewFileSystem created => [created.Offer(declaration)],
        ExistingFileSystem existing => [new FileSystemOffer(declaration, null, NewFileSystem.DefaultMode) { GroupId = existing.GroupId }],
        _ => [],
    };

    public override Synthesized Synthesize(Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var network = new NetworkResource(declaration, (declaration.Bound as NewFileSystem)?.SubnetSet);
        var port = new Cfn(declaration.Origin).Number(SharedFileSystem.Port);
        return declaration.Bound switch
        {
            NewFileSystem created => Synthesized.Join(
            [
                new() { Resources = Resources(declaration, created, network, surroundings, diagnostics) },
                network.Ingress(network.GroupId, port, surroundings, diagnostics),
            ]),
            ExistingFileSystem { GroupId: { } group } => network.Ingress(group, port, surroundings, diagnostics),
            _ => new(),
        };
    }

    public override CfnValue? AttributeOf(Declaration declaration, ModuleAttribute attribute, Location origin, DiagnosticBag diagnostics)
    {
        var cfn = new Cfn(origin);
        switch (attribute.Name)
        {
            case Port:
                return cfn.String(SharedFileSystem.Port.ToString(CultureInfo.InvariantCulture));
            case GroupId when declaration.IsNew:
                return new NetworkResource(declaration, null).GroupId;
            case GroupId when declaration.Bound is ExistingFileSystem { GroupId: null }:
                diagnostics.Add(EfsDiagnostics.UnknownGroup(declaration.Name, origin));
                return null;
            default:
                return declaration.Bound is ExistingFileSystem existing ? existing.Attribute(attribute.Name, cfn) : base.AttributeOf(declaration, attribute, origin, diagnostics);
        }
    }

    private IReadOnlyList<SynthesizedResource> Resources(Declaration declaration, NewFileSystem created, NetworkResource network, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        _ = network.Subnets(surroundings, diagnostics);
        var main = MainResource(declaration, created.Properties);
        var cfn = new Cfn(declaration.Origin);
        var targets = created.Offer(declaration).MountTargets(surroundings);
        if (targets.Count > 1 && created.Properties["AvailabilityZoneName"] is { } zone)
        {
            diagnostics.Add(EfsDiagnostics.OneZone(declaration.Name, targets.Count, zone.Origin));
        }

        return
        [
            main,
            network.SecurityGroup($"File system {declaration.Name}", surroundings),
            .. targets.Select(target => new SynthesizedResource(target.LogicalId, "AWS::EFS::MountTarget", cfn.Map(
                ("FileSystemId", cfn.Ref(main.LogicalId)),
                ("SecurityGroups", cfn.List(network.GroupId)),
                ("SubnetId", target.SubnetId)), main.Home, declaration.Origin)),
        ];
    }
}
