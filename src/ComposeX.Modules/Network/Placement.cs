using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Network;

/// <summary>In which subnets a family's tasks run, and whether they have public addresses.</summary>
internal static class Placement
{
    public static IEnumerable<Contribution> Of(Family family, Located<bool>? assignPublicIp, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var chosen = ComposeNetworks.SubnetsOf(family, surroundings, diagnostics);
        Warn(family, chosen, assignPublicIp, surroundings, diagnostics);
        if (chosen is { } set)
        {
            yield return new PlaceIn(family, set.Value, set.Origin);
        }

        if (assignPublicIp is { } asked)
        {
            var cfn = new Cfn(asked.Origin);
            yield return new SetOnService(family, "NetworkConfiguration", cfn.Map(("AwsvpcConfiguration", cfn.Map(("AssignPublicIp", cfn.String("ENABLED"))))), asked.Origin);
        }
    }

    // Of other sets, nobody here knows where they lead.
    private static void Warn(Family family, Located<string>? chosen, Located<bool>? assignPublicIp, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var set = chosen?.Value ?? SubnetTier.App;
        if (assignPublicIp is { } asked && set is SubnetTier.App or SubnetTier.Storage)
        {
            diagnostics.Add(NetworkDiagnostics.PublicAddressInPrivateSubnets(family.Name, set, asked.Origin));
        }
        else if (chosen is { } place && assignPublicIp is null && surroundings.Network is { HasEndpointsForTasks: false } && (set == SubnetTier.Public || (set == SubnetTier.Storage && IsNew(surroundings))))
        {
            diagnostics.Add(NetworkDiagnostics.NoWayOut(family.Name, set, place.Origin));
        }
    }

    private static bool IsNew(Surroundings surroundings) => surroundings.Declarations.Any(declaration => declaration is { IsNew: true, Module: EnvironmentModule { IsNetwork: true } });
}
