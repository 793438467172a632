using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Rds;

/// <summary>RDS Proxy before a database: tasks reach the proxy, and the proxy alone reaches the database.</summary>
internal static class ProxyResources
{
    public static string ProxyId(Declaration declaration) => declaration.LogicalId("Proxy");

    public static string TargetGroupId(Declaration declaration) => declaration.LogicalId("ProxyTargetGroup");

    public static string ReaderId(Declaration declaration) => declaration.LogicalId("ProxyReader");

    /// <summary>The proxy's security group.</summary>
    public static CfnValue GroupId(Declaration declaration) => new Cfn(declaration.Origin).GetAtt(Group(declaration), "GroupId");

    /// <summary>Whether the proxy also leads to those instances that only read.</summary>
    public static bool HasReader(DatabasePlan plan) => plan.Proxy is not null && MemberInstances.Count(plan) > 1;

    /// <param name="instances">Logical ids of what must be there before the proxy looks for it.</param>
    public static IReadOnlyList<SynthesizedResource> Of(DatabasePlan plan, Declaration declaration, IReadOnlyList<string> instances, CfnValue? subnets, Surroundings surroundings)
    {
        if (plan.Proxy is not { } proxy)
        {
            return [];
        }

        var cfn = new Cfn(proxy.Origin);
        var network = new NetworkResource(declaration, plan.SubnetSet);
        CfnValue Name(string suffix) => proxy.Settings["DBProxyName"] is { } given
            ? suffix.Length == 0 ? given : cfn.Join("", [given, cfn.String(suffix)])
            : cfn.Join("-", [cfn.RootStackName(), cfn.String(NameOf(declaration.Name) + suffix)]);
        var subnetIds = subnets ?? cfn.List();
        SynthesizedResource Resource(string id, string type, params (string, CfnValue?)[] properties) => new(id, type, cfn.Map(properties), Home.OfKey(declaration.Module.Key), cfn.Origin);
        return
        [
            network.SecurityGroup($"Proxy of the database {declaration.Name}", surroundings) with { LogicalId = Group(declaration), Origin = cfn.Origin },
            Resource(declaration.LogicalId("ProxyIngress"), "AWS::EC2::SecurityGroupIngress",
                ("Description", cfn.String($"Proxy of {declaration.Name} to {declaration.Name}")),
                ("GroupId", network.GroupId),
                ("SourceSecurityGroupId", GroupId(declaration)),
                ("IpProtocol", cfn.String("tcp")),
                ("FromPort", plan.Port),
                ("ToPort", plan.Port)),
            Role(plan, declaration, cfn),
            Resource(ProxyId(declaration), "AWS::RDS::DBProxy",
                ("DBProxyName", Name("")),
                ("EngineFamily", cfn.String(plan.Engine.ProxyFamily ?? "")),
                ("Auth", cfn.List(cfn.Map(
                    ("AuthScheme", cfn.String("SECRETS")),
                    ("SecretArn", SecretArns.Of(plan, declaration, cfn.Origin)),
                    ("IAMAuth", cfn.String(proxy.RequiresIam ? "REQUIRED" : "DISABLED"))))),
                ("RequireTLS", proxy.Settings["RequireTLS"] ?? cfn.Boolean(true)),
                ("IdleClientTimeout", proxy.Settings["IdleClientTimeout"]),
                ("DebugLogging", proxy.Settings["DebugLogging"]),
                ("RoleArn", cfn.GetAtt(RoleId(declaration), "Arn")),
                ("VpcSubnetIds", subnetIds),
                ("VpcSecurityGroupIds", cfn.List(GroupId(declaration)))),
            Resource(TargetGroupId(declaration), "AWS::RDS::DBProxyTargetGroup",
                ("DBProxyName", cfn.Ref(ProxyId(declaration))),
                ("TargetGroupName", cfn.String("default")),
                (plan.IsCluster ? "DBClusterIdentifiers" : "DBInstanceIdentifiers", cfn.List(cfn.Ref(declaration.LogicalId()))),
                ("ConnectionPoolConfigurationInfo", proxy.Pool)) with { DependsOn = [.. instances, declaration.LogicalId("ProxyIngress")] },
            .. HasReader(plan) ? [Resource(ReaderId(declaration), "AWS::RDS::DBProxyEndpoint",
                ("DBProxyName", cfn.Ref(ProxyId(declaration))),
                ("DBProxyEndpointName", Name("-read")),
                ("TargetRole", cfn.String("READ_ONLY")),
                ("VpcSubnetIds", subnetIds),
                ("VpcSecurityGroupIds", cfn.List(GroupId(declaration)))) with { DependsOn = [TargetGroupId(declaration)] }] : (IReadOnlyList<SynthesizedResource>)[],
        ];
    }

    private static SynthesizedResource Role(DatabasePlan plan, Declaration declaration, Cfn cfn) => new(RoleId(declaration), "AWS::IAM::Role", cfn.Map(
        ("Description", cfn.String($"How the proxy of the database {declaration.Name} reads its secret")),
        ("AssumeRolePolicyDocument", ServiceTrust.Of("rds.amazonaws.com", cfn)),
        ("PermissionsBoundary", plan.PermissionsBoundary),
        ("Policies", cfn.List(cfn.Map(
            ("PolicyName", cfn.String("ReadSecret")),
            ("PolicyDocument", cfn.Map(
                ("Version", cfn.String("2012-10-17")),
                ("Statement", cfn.List(
                    cfn.Map(
                        ("Effect", cfn.String("Allow")),
                        ("Action", cfn.Strings(["secretsmanager:GetSecretValue"])),
                        ("Resource", cfn.List(SecretArns.Of(plan, declaration, cfn.Origin)))),
                    plan.Credentials.KeyArn is not { } key ? null : cfn.Map(
                        ("Effect", cfn.String("Allow")),
                        ("Action", cfn.Strings(["kms:Decrypt"])),
                        ("Resource", cfn.List(key)),
                        ("Condition", SecretArns.ViaSecretsManager(cfn))))))))))), Home.OfKey(declaration.Module.Key), cfn.Origin);

    private static string RoleId(Declaration declaration) => declaration.LogicalId("ProxyRole");

    private static string Group(Declaration declaration) => declaration.LogicalId("ProxySecurityGroup");

    // Letters, digits and single hyphens.
    private static string NameOf(string name) => string.Join("-", new string([.. name.Select(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') ? c : '-')])
        .Split(['-'], StringSplitOptions.RemoveEmptyEntries));
}
