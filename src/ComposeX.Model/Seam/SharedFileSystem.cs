using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Model.Seam;

/// <summary>What every new file system of Amazon EFS has unless its properties say otherwise.</summary>
public static class SharedFileSystem
{
    /// <summary>The port of NFS, which EFS speaks.</summary>
    public const int Port = 2049;

    /// <summary>The properties with the defaults behind them: encrypted, backed up, and cheaper for what nobody reads.</summary>
    /// <param name="name">What it is called beside the root stack's name.</param>
    public static CfnMap WithDefaults(CfnMap properties, string name, Cfn cfn)
    {
        var defaults = cfn.Map(
            ("BackupPolicy", cfn.Map(("Status", cfn.String("ENABLED")))),
            ("Encrypted", cfn.Boolean(true)),
            ("FileSystemTags", cfn.List(cfn.Map(("Key", cfn.String("Name")), ("Value", cfn.Sub("${StackRoot}-" + name, ("StackRoot", cfn.RootStackName())))))),
            ("LifecyclePolicies", cfn.List(cfn.Map(("TransitionToIA", cfn.String("AFTER_14_DAYS"))))),
            ("PerformanceMode", cfn.String("generalPurpose")));
        return properties with { Members = [.. properties.Members, .. defaults.Members.Where(member => properties[member.Name] is null)] };
    }
}

/// <summary>A file system that volumes of services can be on.</summary>
/// <param name="CreateMode">The permissions that a volume's directory is created with.</param>
public sealed record FileSystemOffer(Declaration Declaration, Located<string>? SubnetSet, string CreateMode) : Offer
{
    /// <summary>The security group of its mount targets; null where it is not known.</summary>
    public CfnValue? GroupId { get; init; }

    /// <summary>Its mount targets, one in each subnet, which tasks wait for; none where the file system exists already.</summary>
    public IReadOnlyList<(string LogicalId, CfnValue SubnetId)> MountTargets(Surroundings surroundings)
    {
        var subnets = !Declaration.IsNew ? null : new NetworkResource(Declaration, SubnetSet).Subnets(surroundings, new DiagnosticBag());
        IReadOnlyList<CfnValue> items = subnets is CfnSharedList shared ? shared.Items : subnets is CfnList list ? list.Items : [];
        return [.. items.Select((subnet, index) => (Declaration.LogicalId("MountTarget" + (index + 1).ToString(CultureInfo.InvariantCulture)), subnet))];
    }
}
