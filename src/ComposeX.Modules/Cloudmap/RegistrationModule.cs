using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Cloudmap;

/// <summary><c>x-network.x-cloudmap</c> of a service: its tasks are found by DNS in a namespace of x-cloudmap.</summary>
public sealed class RegistrationModule : ServiceModule
{
    // As long as a client may believe an answer: tasks come and go.
    private const string TimeToLive = "15";

    public override IReadOnlyList<string> Keys { get; } = ["x-network"];

    public override Synthesized Synthesize(Family family, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var known = Registration.Of(family, diagnostics).Where(registration => IsKnown(registration, surroundings, diagnostics)).ToList();
        foreach (var further in known.Skip(1).Where(further => !further.IsSameAs(known[0])))
        {
            diagnostics.Add(CloudmapDiagnostics.OneRegistry(family.Name, known[0].Namespace.Value, further.Namespace.Origin));
        }

        return known is [var first, ..] && IsFree(first, family, surroundings, diagnostics) ? Register(first, family, diagnostics) : new Synthesized();
    }

    private static bool IsKnown(Registration registration, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var name = registration.Namespace;
        if (surroundings.FindDeclaration(CloudmapModule.TopLevelKey, name.Value) is not { } declaration)
        {
            var known = surroundings.Declarations.Where(other => other.Module is CloudmapModule).Select(other => other.Name);
            diagnostics.Add(ModelDiagnostics.UnknownDeclaration(CloudmapModule.TopLevelKey, name.Value, [.. known], name.Origin));
            return false;
        }

        if (declaration.Bound is Namespace { Kind: NamespaceKind.Http })
        {
            diagnostics.Add(CloudmapDiagnostics.NotInDns(name.Value, name.Origin));
        }

        return declaration.Bound is Namespace { Kind: not NamespaceKind.Http };
    }

    private static bool IsFree(Registration registration, Family family, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        if (!DnsText.IsName(registration.Name.Value))
        {
            diagnostics.Add(CloudmapDiagnostics.BadHostName(registration.Name.Value, registration.Name.Origin));
            return false;
        }

        var holder = surroundings.Families
            .TakeWhile(earlier => !string.Equals(earlier.Name, family.Name, StringComparison.Ordinal))
            .FirstOrDefault(earlier => Registration.Of(earlier, new DiagnosticBag()) is [var other, ..]
                && string.Equals(other.Namespace.Value, registration.Namespace.Value, StringComparison.Ordinal)
                && string.Equals(other.Name.Value, registration.Name.Value, StringComparison.OrdinalIgnoreCase));
        if (holder is not null)
        {
            diagnostics.Add(CloudmapDiagnostics.NameTaken(registration.Name.Value, registration.Namespace.Value, holder.Name, registration.Name.Origin));
        }

        return holder is null;
    }

    private static Synthesized Register(Registration registration, Family family, DiagnosticBag diagnostics)
    {
        var port = FindPort(registration, family, diagnostics);
        var id = family.Id("Registry");
        var cfn = new Cfn(registration.Namespace.Origin);
        var registry = new SynthesizedResource(id, "AWS::ServiceDiscovery::Service", cfn.Map(
            ("Name", new CfnString(registration.Name.Value, registration.Name.Origin)),
            ("NamespaceId", new DeclarationReference(CloudmapModule.TopLevelKey, registration.Namespace.Value, "Id", cfn.Origin)),
            ("DnsConfig", cfn.Map(
                ("RoutingPolicy", cfn.String("MULTIVALUE")),
                ("DnsRecords", cfn.List(Record("A", cfn), port is null ? null : Record("SRV", cfn))))),
            ("HealthCheckCustomConfig", cfn.Map(("FailureThreshold", cfn.Number(1))))), Home.OfKey(CloudmapModule.TopLevelKey), cfn.Origin);
        var use = cfn.Map(("RegistryArn", cfn.GetAtt(id, "Arn")), ("Port", port is { } number ? new Cfn(number.Origin).Number(number.Value) : null));
        return Synthesized.Of(registry) with { Contributions = [new SetOnService(family, "ServiceRegistries", cfn.List(use), cfn.Origin)] };
    }

    private static CfnMap Record(string type, Cfn cfn) => cfn.Map(("Type", cfn.String(type)), ("TTL", cfn.String(TimeToLive)));

    // The port of the service that asks, if it has one; tasks are reached on the port inside the container.
    private static Located<long>? FindPort(Registration registration, Family family, DiagnosticBag diagnostics)
    {
        var ports = new[] { registration.Service }.Concat(family.Services).SelectMany(ContainerPort.Of).ToList();
        if (registration.Port is { } asked)
        {
            if (ports.All(port => port.Number != asked.Value))
            {
                var known = ports.Select(port => FormattableString.Invariant($"{port.Number}/{port.Protocol}")).Distinct(StringComparer.Ordinal);
                diagnostics.Add(CloudmapDiagnostics.UnknownPort(asked.Value.ToString(CultureInfo.InvariantCulture), family.Name, [.. known], asked.Origin));
            }

            return asked;
        }

        if (ports is [var first, ..])
        {
            return new(first.Number, registration.Namespace.Origin);
        }

        diagnostics.Add(CloudmapDiagnostics.AddressOnly(family.Name, registration.Namespace.Origin));
        return null;
    }
}
