using System.Text.RegularExpressions;

namespace ComposeX.Deploy.Images;

/// <summary>The account and region that the host of an ECR registry names.</summary>
internal sealed partial record EcrAddress(string Account, string Region)
{
    /// <summary>Null when the host is not one of ECR's.</summary>
    public static EcrAddress? Of(string host) =>
        Hosts().Match(host) is { Success: true } match ? new(match.Groups["account"].Value, match.Groups["region"].Value) : null;

    [GeneratedRegex(@"^(?<account>[0-9]{12})\.dkr[.-]ecr(?:-fips)?\.(?<region>[a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|on\.aws)$", RegexOptions.CultureInvariant)]
    private static partial Regex Hosts();
}
