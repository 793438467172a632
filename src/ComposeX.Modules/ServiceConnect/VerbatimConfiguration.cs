using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.ServiceConnect;

/// <summary>Parts of a <c>ServiceConnectConfiguration</c> as the user wrote them, to be validated as part of the ECS service.</summary>
internal static class VerbatimConfiguration
{
    private const string Owner = "AWS::ECS::Service";

    public static CfnMap Read(YamlMapping configuration) =>
        (CfnMap)(PropertiesReader.Read(Wrap(ConnectConfiguration.Property, configuration), Owner, configuration.Location)[ConnectConfiguration.Property] ?? new CfnMap([], configuration.Location));

    /// <summary>The value of a member of one of its services.</summary>
    public static CfnValue? ReadOfService(string member, YamlNode value) =>
        (Read(Wrap("Services", new YamlSequence([Wrap(member, value)], value.Location)))["Services"] as CfnList)?.Items is [CfnMap service] ? service[member] : null;

    /// <summary>The value of a member of a client's alias.</summary>
    public static CfnValue? ReadOfAlias(string member, YamlNode value) =>
        (ReadOfService("ClientAliases", new YamlSequence([Wrap(member, value)], value.Location)) as CfnList)?.Items is [CfnMap alias] ? alias[member] : null;

    private static YamlMapping Wrap(string name, YamlNode value) =>
        new([new YamlEntry(new YamlScalar(name, YamlScalarStyle.Plain, value.Location), value)], value.Location);
}
