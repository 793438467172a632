using ComposeX.CloudFormation.Reading;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Rds;

/// <summary>A proxy that shares a few connections to the database among many tasks.</summary>
/// <param name="Settings">What the user says of it, as properties of <c>AWS::RDS::DBProxy</c>.</param>
/// <param name="Pool">How it shares connections, as properties of <c>AWS::RDS::DBProxyTargetGroup</c>.</param>
internal sealed record ProxyPlan(CfnMap Settings, CfnMap? Pool, bool RequiresIam, Location Origin)
{
    private const string Key = "Proxy";

    /// <summary>Null where the database has none, or, with a finding, cannot have one.</summary>
    public static ProxyPlan? Read(MappingReader macros, Engine engine, Credentials credentials, DiagnosticBag diagnostics)
    {
        var node = macros.Node(Key, "DBProxy");
        var mapping = node as YamlMapping;
        if (node is null || (mapping is null && macros.Boolean(Key, "DBProxy") is not { Value: true }))
        {
            return null;
        }

        if (engine.ProxyFamily is null)
        {
            diagnostics.Add(RdsDiagnostics.NoProxyFor(engine.Name, node.Location));
            return null;
        }

        if (!credentials.HasSecret)
        {
            diagnostics.Add(RdsDiagnostics.ProxyWithoutSecret(node.Location));
            return null;
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        var iam = reader.Text("IAMAuth");
        if (iam is { Value: not ("REQUIRED" or "DISABLED") } wrong)
        {
            diagnostics.Add(RdsDiagnostics.UnknownIamAuth(wrong.Value, wrong.Origin));
        }

        var cfn = new Cfn(node.Location);
        var settings = cfn.Map(
            ("DBProxyName", Value(reader, "DBProxyName")),
            ("DebugLogging", Value(reader, "DebugLogging")),
            ("IdleClientTimeout", Value(reader, "IdleClientTimeout")),
            ("RequireTLS", Value(reader, "RequireTLS")));
        var pool = reader.Mapping("ConnectionPoolConfigurationInfo");
        reader.RejectOthers(Key);
        return new(settings, pool is null ? null : CfnValueReader.Read(pool) as CfnMap, iam is { Value: "REQUIRED" }, node.Location);
    }

    private static CfnValue? Value(MappingReader reader, string name) => reader.Node(name) is { } node ? CfnValueReader.Read(node) : null;
}
