using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Lookups;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Rds;

/// <summary>What the attributes of a database are.</summary>
internal static class AttributeValues
{
    /// <summary>Of a database that is made here; null, and a finding, for what it does not have.</summary>
    public static CfnValue? OfNew(DatabasePlan plan, Declaration declaration, ModuleAttribute attribute, Location origin, DiagnosticBag diagnostics)
    {
        var cfn = new Cfn(origin);
        var id = declaration.LogicalId();
        var value = attribute.Name switch
        {
            RdsAttributes.Identifier => cfn.Ref(id),
            RdsAttributes.Address => Address(plan, declaration, cfn),
            RdsAttributes.Port => Port(plan, declaration, cfn),
            RdsAttributes.ReadAddress => ReadAddress(plan, declaration, cfn),
            RdsAttributes.DatabaseName => plan.DatabaseName,
            RdsAttributes.Username => plan.Credentials.Username,
            RdsAttributes.ConnectionString => ConnectionStrings.AdoNet(
                plan.Engine, cfn, Address(plan, declaration, cfn), Port(plan, declaration, cfn), plan.DatabaseName, plan.Credentials.Username, null),
            RdsAttributes.SecretArn => SecretArns.Of(plan, declaration, origin),
            RdsAttributes.GroupId => plan.Proxy is null ? new NetworkResource(declaration, plan.SubnetSet).GroupId : ProxyResources.GroupId(declaration),
            RdsAttributes.Arn => cfn.GetAtt(id, plan.IsCluster ? RdsAttributes.ClusterArn : RdsAttributes.InstanceArn),
            RdsAttributes.ClusterArn => plan.IsCluster ? cfn.GetAtt(id, RdsAttributes.ClusterArn) : null,
            RdsAttributes.InstanceArn => plan.IsCluster ? null : cfn.GetAtt(id, RdsAttributes.InstanceArn),
            RdsAttributes.ResourceId => cfn.GetAtt(id, plan.IsCluster ? "DBClusterResourceId" : "DbiResourceId"),
            RdsAttributes.ProxyArn => plan.Proxy is null ? null : cfn.GetAtt(ProxyResources.ProxyId(declaration), RdsAttributes.ProxyArn.Replace("Proxy", "DBProxy")),
            _ => (CfnValue?)null,
        };
        if (value is null)
        {
            diagnostics.Add(RdsDiagnostics.NoSuchAttribute(attribute.Name, declaration.Name, Missing(attribute.Name, plan), origin));
        }

        return value;
    }

    /// <summary>Of a database that exists: what the lock says, by the attribute's name or alias.</summary>
    public static CfnValue? OfFound(FoundResource found, ModuleAttribute attribute, Location origin, DiagnosticBag diagnostics)
    {
        if (attribute.Name == RdsAttributes.ConnectionString)
        {
            return ConnectionString(found, origin, diagnostics);
        }

        var name = attribute.Alias is { } alias && !found.Attributes.ContainsKey(attribute.Name) && found.Attributes.ContainsKey(alias) ? alias : attribute.Name;
        var value = found.Require(name, origin, diagnostics);
        return value is CfnList list ? list.Items.FirstOrDefault() : value;
    }

    private static CfnValue Address(DatabasePlan plan, Declaration declaration, Cfn cfn) => plan.Proxy is null
        ? cfn.GetAtt(declaration.LogicalId(), RdsAttributes.Address)
        : cfn.GetAtt(ProxyResources.ProxyId(declaration), "Endpoint");

    // A proxy listens where its engine usually does, wherever the database listens.
    private static CfnValue Port(DatabasePlan plan, Declaration declaration, Cfn cfn) => plan.Proxy is null
        ? cfn.GetAtt(declaration.LogicalId(), RdsAttributes.Port)
        : cfn.String(plan.Engine.Port.ToString(CultureInfo.InvariantCulture));

    private static CfnValue? ReadAddress(DatabasePlan plan, Declaration declaration, Cfn cfn) => !plan.IsCluster ? null
        : plan.Proxy is null ? cfn.GetAtt(declaration.LogicalId(), RdsAttributes.ReadAddress)
        : ProxyResources.HasReader(plan) ? cfn.GetAtt(ProxyResources.ReaderId(declaration), "Endpoint")
        : null;

    private static CfnValue? ConnectionString(FoundResource found, Location origin, DiagnosticBag diagnostics)
    {
        CfnValue? Find(string name) => RdsAttributes.All.FirstOrDefault(attribute => attribute.Name == name) is { } attribute ? OfFound(found, attribute, origin, diagnostics) : null;
        CfnValue? IfThere(string name) => found.Attributes.TryGetValue(name, out var value) ? value : null;
        return found.Require(ExistingDatabase.EngineName, origin, diagnostics) is CfnString name && Engine.Find(name.Value) is { } engine
            && Find(RdsAttributes.Address) is { } host && Find(RdsAttributes.Port) is { } port
            ? ConnectionStrings.AdoNet(engine, new(origin), host, port, IfThere(RdsAttributes.DatabaseName), IfThere(RdsAttributes.Username), null)
            : null;
    }

    private static string Missing(string attribute, DatabasePlan plan) => attribute switch
    {
        RdsAttributes.ReadAddress when plan.IsCluster => "its proxy leads to readers only where the cluster has a second instance: add one under \"Instances\", or set \"MultiAZ: true\"",
        RdsAttributes.ReadAddress or RdsAttributes.ClusterArn => "it is an instance and no cluster",
        RdsAttributes.InstanceArn => "it is a cluster: its ARN is \"DBClusterArn\"",
        RdsAttributes.ProxyArn => "it has no proxy: set \"Proxy: true\" under \"MacroParameters\"",
        RdsAttributes.SecretArn => "its password is not in a secret that is known here",
        RdsAttributes.Username => "only what it is made from knows that: say \"MasterUsername\" under \"Properties\"",
        RdsAttributes.DatabaseName => "only what it is made from, or the application, knows that: say \"DatabaseName\" under \"MacroParameters\"",
        _ => "AWS does not say",
    };
}
