using System;
using System.Collections.Generic;
using System.Linq;
using Amazon.Runtime;

namespace ComposeX.Deploy.Aws.CloudFormation;

/// <summary>The SDK's defaults modes (<c>AWS_DEFAULTS_MODE</c>) with the timeouts that AWS publishes for them.</summary>
internal static class AmazonCloudFormationDefaults
{
    public static IReadOnlyList<IDefaultConfiguration> All { get; } =
    [
        .. new (DefaultConfigurationMode Mode, int ConnectMilliseconds)[]
        {
            (DefaultConfigurationMode.Standard, 3100),
            (DefaultConfigurationMode.InRegion, 1100),
            (DefaultConfigurationMode.CrossRegion, 3100),
            (DefaultConfigurationMode.Mobile, 30000),
            (DefaultConfigurationMode.Auto, 3100),
        }.Select(defaults => new DefaultConfiguration
        {
            Name = defaults.Mode,
            RetryMode = RequestRetryMode.Standard,
            ConnectTimeout = TimeSpan.FromMilliseconds(defaults.ConnectMilliseconds),
            TlsNegotiationTimeout = TimeSpan.FromMilliseconds(defaults.ConnectMilliseconds),
        }),
    ];
}
