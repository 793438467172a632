using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Lookups;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Network;

/// <summary><c>x-network</c> of a service: who may reach it, and from where it runs. Also what its compose networks mean on AWS.</summary>
public sealed class NetworkModule : ServiceModule
{
    public override IReadOnlyList<string> Keys => ["x-network"];

    public override IReadOnlyList<string> Attributes => ["networks"];

    public override IReadOnlyList<LookupRequest> LookupsOf(ComposeProject project) => NetworkLookups.Of(project);

    public override Synthesized Synthesize(Family family, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var settings = family.Services
            .Select(service => (service, node: service.Extensions.FirstOrDefault(extension => string.Equals(extension.Name, Keys[0], StringComparison.Ordinal))?.Value))
            .Where(found => found.node is not null && !ScalarResolver.IsNull(found.node))
            .Select(found => NetworkSettings.Read(found.node!, new NetworkScope(family, found.service, surroundings, diagnostics)))
            .ToList();
        return new()
        {
            Contributions =
            [
                .. Placement.Of(family, settings.Select(setting => setting.AssignPublicIp).FirstOrDefault(assign => assign is { Value: true }), surroundings, diagnostics),
                .. settings.SelectMany(setting => setting.Contributions),
                .. SecurityGroups.Join(family, settings.SelectMany(setting => setting.Groups), diagnostics),
            ],
        };
    }
}
