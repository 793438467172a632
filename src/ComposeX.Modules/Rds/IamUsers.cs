using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Rds;

/// <summary>Services that log in with IAM in place of a password (<c>Services.&lt;name&gt;.IamUser</c>), as one user of the database.</summary>
internal static class IamUsers
{
    // arn:aws:rds:region:account:db-proxy:prx-0123
    private const string IdInProxyArn = "6";

    public static IEnumerable<Contribution> Of(Link link, DatabaseView database, DiagnosticBag diagnostics)
    {
        if (link.Use.Extra.FirstOrDefault(entry => entry.Name == ServiceKeyNames.IamUser) is not { } entry)
        {
            yield break;
        }

        if (entry.Value is not YamlScalar { Text.Length: > 0 } user)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(entry.Name, "the name of a user of the database", entry.Value.Location));
            yield break;
        }

        var plan = (database.Declaration.Bound as RdsBinding)?.Plan;
        if (Hindrance(plan, database.Engine, user.Text) is { } hindrance)
        {
            diagnostics.Add(RdsDiagnostics.NoIamUsers(database.Declaration.Name, hindrance, entry.Key.Location));
            yield break;
        }

        var cfn = new Cfn(user.Location);
        var resource = plan?.Proxy is null
            ? database.Attribute(RdsAttributes.ResourceId, cfn.Origin)
            : cfn.Function("Fn::Select", cfn.List(cfn.String(IdInProxyArn), cfn.Function("Fn::Split", cfn.List(cfn.String(":"), database.Attribute(RdsAttributes.ProxyArn, cfn.Origin)))));
        yield return new GrantStatement(link.Family, "rds", "ConnectToDatabases", ["rds-db:connect"],
            [cfn.Sub("arn:${AWS::Partition}:rds-db:${AWS::Region}:${AWS::AccountId}:dbuser:${Database}/" + user.Text, ("Database", resource))], cfn.Origin);
    }

    private static string? Hindrance(DatabasePlan? plan, Engine? engine, string user) => plan switch
    {
        _ when engine is { KnowsIamUsers: false } => $"{engine.Name} knows no users of IAM",
        { IsCluster: true, Engine.IsAurora: false } => "a Multi-AZ cluster knows no users of IAM",
        _ when plan?.Properties["EnableIAMDatabaseAuthentication"] is CfnBoolean { Value: false } => "\"EnableIAMDatabaseAuthentication\" is false",
        { Proxy: { RequiresIam: false } } => "its proxy takes passwords. Set \"IAMAuth: REQUIRED\" under \"Proxy\"",
        { Proxy: not null, Credentials.Username: CfnString { Value: var known } } when known != user => $"its proxy knows the user of its secret only, \"{known}\"",
        _ => null,
    };
}
