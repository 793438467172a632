using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Vpc;

/// <summary>A private way from the VPC to a service of AWS.</summary>
/// <param name="Service">The service as AWS calls it behind the region: <c>ecr.api</c>.</param>
/// <param name="FullName">The endpoint service's whole name, which may hold <c>${AWS::Region}</c>.</param>
internal sealed record EndpointPlan(string Service, string FullName, Location Origin)
{
    private static readonly Regex Short = new("^[a-z0-9]+([._-][a-z0-9]+)*$", RegexOptions.CultureInvariant);

    // In China some services have "cn." in front; which ones, only AWS knows.
    private static readonly Regex Full = new(@"^(cn\.)?com\.amazonaws\.([a-z0-9-]+|\$\{AWS::Region\})\.(?<service>[a-z0-9]+([._-][a-z0-9]+)*)$", RegexOptions.CultureInvariant);

    /// <summary>Whether it is an entry in route tables, without cost, and not a network interface.</summary>
    public bool IsGateway => Service is "s3" or "dynamodb" or "s3express";

    public static IReadOnlyList<EndpointPlan> ReadAll(YamlMapping? endpoints, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(endpoints, diagnostics);
        var services = reader.Sequence("AwsServices");
        reader.RejectOthers("Endpoints of x-vpc");
        var read = (services?.Items ?? []).Select(item => ReadName(item, diagnostics)).OfType<Located<string>>().Select(name => Read(name, diagnostics)).OfType<EndpointPlan>().ToList();
        foreach (var again in read.GroupBy(endpoint => endpoint.Service, StringComparer.Ordinal).SelectMany(group => group.Skip(1)))
        {
            diagnostics.Add(VpcDiagnostics.EndpointTwice(again.Service, again.Origin));
        }

        return [.. read.GroupBy(endpoint => endpoint.Service, StringComparer.Ordinal).Select(group => group.First())];
    }

    private static Located<string>? ReadName(YamlNode item, DiagnosticBag diagnostics)
    {
        switch (item)
        {
            case YamlScalar scalar:
                return new(scalar.Text, scalar.Location);
            case YamlMapping mapping:
                var reader = MappingReader.Of(mapping, diagnostics);
                var name = reader.Text("service", "Service");
                reader.RejectOthers("AwsServices of x-vpc");
                if (name is null)
                {
                    diagnostics.Add(ModelDiagnostics.WrongKind("AwsServices", "a list of services, such as s3 or {service: s3}", mapping.Location));
                }

                return name;
            default:
                diagnostics.Add(ModelDiagnostics.WrongKind("AwsServices", "a list of services, such as s3 or {service: s3}", item.Location));
                return null;
        }
    }

    private static EndpointPlan? Read(Located<string> name, DiagnosticBag diagnostics)
    {
        if (Full.Match(name.Value) is { Success: true } full)
        {
            return new(full.Groups["service"].Value, name.Value, name.Origin);
        }

        if (!Short.IsMatch(name.Value))
        {
            diagnostics.Add(VpcDiagnostics.NoService(name.Value, name.Origin));
            return null;
        }

        if (EndpointServices.Doubt(name.Value) is { } meant)
        {
            diagnostics.Add(VpcDiagnostics.DoubtfulService(name.Value, meant, name.Origin));
        }

        return new(name.Value, $"com.amazonaws.${{AWS::Region}}.{name.Value}", name.Origin);
    }
}
