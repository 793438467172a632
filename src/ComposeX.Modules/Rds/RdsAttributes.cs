using System.Collections.Generic;
using ComposeX.Model.Seam;

namespace ComposeX.Modules.Rds;

/// <summary>What others may refer to. Where a proxy stands before the database, address, port and connection string are the proxy's.</summary>
internal static class RdsAttributes
{
    public const string Identifier = "DBCluster";
    public const string Arn = "Arn";
    public const string ClusterArn = "DBClusterArn";
    public const string InstanceArn = "DBInstanceArn";
    public const string Address = "Endpoint.Address";
    public const string Port = "Endpoint.Port";
    public const string ReadAddress = "ReadEndpoint.Address";
    public const string DatabaseName = "DatabaseName";
    public const string Username = "Username";
    public const string ConnectionString = "ConnectionString";
    public const string SecretArn = "SecretArn";
    public const string GroupId = "GroupId";
    public const string ResourceId = "ResourceId";
    public const string ProxyArn = "ProxyArn";

    public static IReadOnlyList<ModuleAttribute> All { get; } =
    [
        new(Identifier, null, Alias: "DBInstance") { Export = "DbName" },
        new(Address, Address, Alias: "EndpointAddress"),
        new(Port, Port, Alias: "EndpointPort"),
        new(ReadAddress, ReadAddress, Alias: "ReadEndpointAddress"),
        new(DatabaseName, null, Alias: "DBName"),
        new(Username, null, Alias: "MasterUsername") { Export = "DatabaseUsername" },
        new(ConnectionString, null) { Export = "DatabaseConnectionString" },
        new(SecretArn, "MasterUserSecret.SecretArn", Alias: "DBSecret"),
        new(GroupId, null, Alias: "DBSecurityGroup") { Export = "VpcSecurityGroupId" },
        new(Arn, null) { Export = "DatabaseArn" },
        new(ClusterArn, ClusterArn),
        new(InstanceArn, InstanceArn),
        new(ResourceId, null, Alias: "DbiResourceId") { Export = "DatabaseResourceId" },
        new(ProxyArn, "DBProxyArn") { Export = "DatabaseProxyArn" },
    ];
}
