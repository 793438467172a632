using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Meshes;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Appmesh;

/// <summary>The proxy beside a family's containers: all that goes in and out of the task goes through it.</summary>
internal static class Envoy
{
    public const string Container = "envoy";

    private const string ImageParameter = "AppmeshEnvoyImage";
    private const string ImageName = "/aws/service/appmesh/envoy";

    private const int Cpu = 128;
    private const int MemoryMiB = 256;

    // Who runs under this number is not sent to the proxy: the proxy itself.
    private const string User = "1337";
    private const int Ingress = 15000;
    private const int Egress = 15001;

    /// <summary>The parameter that AWS keeps the latest image in; none when the user has chosen one.</summary>
    public static IReadOnlyList<Parameter> Parameters(MeshPlan plan) => plan.EnvoyImage is not null ? [] :
    [
        new(ImageParameter, "AWS::SSM::Parameter::Value<String>", plan.Origin) { Default = ImageName, Description = "The image of Envoy for App Mesh: a parameter of Systems Manager that AWS keeps" },
    ];

    public static IEnumerable<Contribution> Of(MeshPlan plan, MeshEnd end, Family family)
    {
        var origin = end.Node.Name.Origin;
        var cfn = new Cfn(origin);
        var arn = cfn.GetAtt(MeshNames.Id(end), "Arn");
        yield return new AddContainer(family, Definition(plan, family, arn, cfn), origin)
        {
            StartCondition = "HEALTHY",
            // AWS's registries of App Mesh have another account in some regions.
            Repository = plan.EnvoyImage is null ? cfn.Sub("arn:${AWS::Partition}:ecr:${AWS::Region}:*:repository/aws-appmesh-envoy") : null,
        };
        yield return new SetOnTask(family, "ProxyConfiguration", Proxy(end, cfn), origin);
        // App Mesh asks Cloud Map itself; the proxy needs no more than its own node.
        yield return new GrantStatement(family, "appmesh", "StreamOwnNode", ["appmesh:StreamAggregatedResources"], [arn], origin);
        foreach (var grant in CertificateGrants.Of(end, family))
        {
            yield return grant;
        }
    }

    private static CfnMap Definition(MeshPlan plan, Family family, CfnValue arn, Cfn cfn) => cfn.Map(
        ("Name", cfn.String(Container)),
        ("Image", plan.EnvoyImage is { } image ? new CfnString(image.Value, image.Origin) : cfn.Parameter(ImageParameter)),
        ("Essential", cfn.Boolean(true)),
        ("Cpu", cfn.Number(Cpu)),
        ("Memory", cfn.Number(MemoryMiB)),
        ("User", cfn.String(User)),
        ("Environment", cfn.List(
            Variable("APPMESH_RESOURCE_ARN", arn, cfn),
            Variable("ENABLE_ENVOY_STATS_TAGS", cfn.String("1"), cfn),
            Variable("ENABLE_ENVOY_XRAY_TRACING", cfn.String(IsTraced(family) ? "1" : "0"), cfn))),
        ("PortMappings", cfn.List(PortMapping(Ingress, cfn), PortMapping(Egress, cfn))),
        ("Ulimits", cfn.List(cfn.Map(("Name", cfn.String("nofile")), ("SoftLimit", cfn.Number(15000)), ("HardLimit", cfn.Number(15000))))),
        ("HealthCheck", cfn.Map(
            ("Command", cfn.Strings(["CMD-SHELL", "curl -s http://localhost:9901/server_info | grep state | grep -q LIVE"])),
            ("Interval", cfn.Number(5)),
            ("Timeout", cfn.Number(2)),
            ("Retries", cfn.Number(3)),
            ("StartPeriod", cfn.Number(10)))));

    private static CfnMap Proxy(MeshEnd end, Cfn cfn) => cfn.Map(
        ("Type", cfn.String("APPMESH")),
        ("ContainerName", cfn.String(Container)),
        ("ProxyConfigurationProperties", cfn.List(
            Variable("IgnoredUID", cfn.String(User), cfn),
            Variable("ProxyIngressPort", cfn.String(Text(Ingress)), cfn),
            Variable("ProxyEgressPort", cfn.String(Text(Egress)), cfn),
            // ECS wants at least one. Of tasks that nobody reaches it is the proxy's own, where traffic is anyway.
            Variable("AppPorts", cfn.String(end.Ports.Count == 0 ? Text(Ingress) : string.Join(",", end.Ports.Select(port => Text(port.Number.Value)))), cfn),
            // Where tasks get their credentials, and what they are told about themselves.
            Variable("EgressIgnoredIPs", cfn.String("169.254.170.2,169.254.169.254"), cfn))));

    private static CfnMap Variable(string name, CfnValue value, Cfn cfn) => cfn.Map(("Name", cfn.String(name)), ("Value", value));

    private static CfnMap PortMapping(int port, Cfn cfn) => cfn.Map(("ContainerPort", cfn.Number(port)), ("Protocol", cfn.String("tcp")));

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    // Whichever collector there is, it listens where the daemon would.
    private static bool IsTraced(Family family) => family.Services.Any(service =>
        service.Key("x-xray", "x-ray") is { } key && !(key.Value is YamlScalar scalar && bool.TryParse(scalar.Text, out var isOn) && !isOn));
}
