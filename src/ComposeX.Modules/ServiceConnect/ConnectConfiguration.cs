using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.ServiceConnect;

/// <summary>The <c>ServiceConnectConfiguration</c> of an ECS service.</summary>
internal static class ConnectConfiguration
{
    /// <summary>The property's name.</summary>
    public const string Property = "ServiceConnectConfiguration";

    /// <param name="services">What the family offers; nothing when it only reaches others.</param>
    public static CfnMap Of(Family family, CfnValue? namespaceArn, IReadOnlyList<CfnMap> services, Cfn cfn) => Complete(family, cfn.Map(
        ("Enabled", cfn.Boolean(true)),
        ("Namespace", namespaceArn),
        ("Services", services.Count == 0 ? null : cfn.List(services))));

    /// <summary>A configuration with the proxy's log, which goes where the family's containers log when the user does not say.</summary>
    public static CfnMap Complete(Family family, CfnMap configuration)
    {
        return configuration["LogConfiguration"] is null
            ? configuration.With("LogConfiguration", FamilyLogs.Configuration(family, "service-connect", configuration.Origin))
            : configuration;
    }

    // Mode and buffer are said although they are defaults: AWS has changed these defaults before.
    private static CfnMap Log(Family family, Cfn cfn) => cfn.Map(
        ("LogDriver", cfn.String("awslogs")),
        ("Options", cfn.Map(
            ("awslogs-group", cfn.Ref(family.LogGroup())),
            ("awslogs-region", cfn.Pseudo("AWS::Region")),
            ("awslogs-stream-prefix", cfn.String("service-connect")),
            ("mode", cfn.String("non-blocking")),
            ("max-buffer-size", cfn.String("25m")))));
}
