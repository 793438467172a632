using System.Linq;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ec2;

/// <summary>Finds parts of a group that contradict each other.</summary>
internal static class GroupChecks
{
    public static void Check(InstanceGroup group, Declaration declaration, DiagnosticBag diagnostics)
    {
        var ways = new[] { ("AutoScaling", group.AutoScaling?.Origin), ("SpotFleet", group.SpotFleet?.Origin), ("ManagedInstances", group.Managed?.Origin) }
            .Where(way => way.Item2 is not null).ToList();
        foreach (var (name, origin) in ways.Skip(group.IamOnly is null ? 1 : 0))
        {
            diagnostics.Add(Ec2Diagnostics.TwoWays(group.IamOnly is null ? ways[0].Item1 : "IamOnly", name, origin!.Value));
        }

        foreach (var type in group.Types.Named.Where(type => type.Weight is not null && group.SpotFleet is null && (group.AutoScaling is not null || group.Managed is not null)))
        {
            diagnostics.Add(Ec2Diagnostics.NoWeights(type.Name.Value, type.Weight!.Value.Origin));
        }

        foreach (var property in group.Properties.Members.Where(_ => group.Managed is not null || group.IamOnly is not null).Take(1))
        {
            diagnostics.Add(Ec2Diagnostics.NoTemplate(group.Name, property.NameOrigin));
        }

        if ((group.Properties["LaunchTemplateData"] as CloudFormation.Values.CfnMap)?["UserData"] is { } userData)
        {
            diagnostics.Add(Ec2Diagnostics.OwnUserData(userData.Origin));
        }

        foreach (var use in declaration.Services)
        {
            diagnostics.Add(Ec2Diagnostics.ServicesChoose(use.Target.Value, group.Name, use.Target.Origin));
        }

        if (group.Managed is not null && declaration.MacroParameters is { } macros)
        {
            foreach (var key in macros.Entries.Where(entry => entry.Name is "Agent" or "BootstrapMinutes" or "ImageId" or "Labels"))
            {
                diagnostics.Add(Ec2Diagnostics.NotOfManaged(key.Name, key.Key.Location));
            }
        }

        if (group.SpotFleet is { } fleet)
        {
            diagnostics.Add(Ec2Diagnostics.LegacyFleet(fleet.Origin));
        }
    }
}
