using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Meshes;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.ServiceConnect;

/// <summary>
/// The names of the mesh that lead to a resource, or to a name in DNS: nothing of Service Connect is there, so each becomes a name in DNS
/// too, and clients connect to it directly.
/// </summary>
internal static class MeshRecords
{
    private const string Key = "x-cloudmap";
    private const string TimeToLive = "15";

    public static Synthesized Of(MeshPlan plan, MeshRouting routing, MeshNamespace cloudmap, DiagnosticBag diagnostics) => Synthesized.Of(
    [
        .. from service in plan.Services
           let leads = routing.LeadsOf(service).Where(lead => lead.End.Family is null).ToList()
           where leads.Count > 0 && Moves(service, leads, diagnostics).Count == 0
           from resource in Record(service, leads[0].End, cloudmap, diagnostics)
           select resource,
    ]);

    private static IReadOnlyList<MeshLead> Moves(MeshService service, IReadOnlyList<MeshLead> leads, DiagnosticBag diagnostics)
    {
        IReadOnlyList<MeshLead> moves = [.. leads.Where(lead => lead is { ClientPort: { } client, Port: { } port } && client.Number.Value != port.Number.Value)];
        foreach (var move in moves)
        {
            diagnostics.Add(MeshMoveDiagnostics.PortMoved(service.Name.Value, move.ClientPort!.Number.Value, move.Port!.Number.Value, move.ClientPort.Number.Origin));
        }

        return moves;
    }

    private static IReadOnlyList<SynthesizedResource> Record(MeshService service, MeshEnd end, MeshNamespace cloudmap, DiagnosticBag diagnostics)
    {
        // A host that is called by its own name needs no other.
        if (end.Node.HostName is { } itself && string.Equals(itself.Value, service.Name.Value, StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        if (cloudmap.InDns(service) is not { } namespaceId)
        {
            diagnostics.Add(MeshMoveDiagnostics.NameNotInDns(service.Name.Value, end.Node.HostName?.Value ?? end.Name, service.Name.Origin));
            return [];
        }

        var cfn = new Cfn(service.Name.Origin);
        var id = LogicalId.From("mesh", service.Name.Value, "Record");
        var address = end.Node.HostName is { } host ? new CfnString(host.Value, host.Origin) : end.Endpoint?.Address;
        return
        [
            new(id, "AWS::ServiceDiscovery::Service", cfn.Map(
                ("Name", cfn.String(cloudmap.Label(service)!)),
                ("NamespaceId", namespaceId),
                ("DnsConfig", cfn.Map(
                    ("RoutingPolicy", cfn.String("WEIGHTED")),
                    ("DnsRecords", cfn.List(cfn.Map(("Type", cfn.String("CNAME")), ("TTL", cfn.String(TimeToLive)))))))), Home.OfKey(Key), cfn.Origin),
            new(LogicalId.From("mesh", service.Name.Value, "RecordInstance"), "AWS::ServiceDiscovery::Instance", cfn.Map(
                ("ServiceId", cfn.GetAtt(id, "Id")),
                ("InstanceId", cfn.String(id)),
                ("InstanceAttributes", cfn.Map(("AWS_INSTANCE_CNAME", address)))), Home.OfKey(Key), cfn.Origin),
        ];
    }
}
