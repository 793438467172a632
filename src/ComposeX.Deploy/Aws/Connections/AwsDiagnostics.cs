using System.Collections.Generic;
using ComposeX.Deploy.Reporting;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Aws.Connections;

/// <summary>Findings about the way to AWS: region, endpoint, credentials, and calls that were refused.</summary>
internal static class AwsDiagnostics
{
    /// <summary>Of what AWS refused for its own reasons, where another room may say more.</summary>
    public const string RefusedCode = "CX6205";

    /// <summary>Of what the credentials do not allow, where another room may say more.</summary>
    public const string ForbiddenCode = "CX6206";

    /// <summary>Of credentials that are missing, expired or not accepted.</summary>
    public const string CredentialsCode = "CX6204";

    /// <summary>Of calls that got no answer.</summary>
    public const string UnreachableCode = "CX6207";

    public static Diagnostic NoRegion() =>
        Diagnostic.Error("CX6201", Place.None, "No AWS region is configured. Set the \"EcsRegion\" property, the variable \"AWS_REGION\", or \"region\" in the profile.");

    public static Diagnostic EndpointWithoutTls(string endpoint) =>
        Diagnostic.Error("CX6202", Place.None, $"The endpoint \"{endpoint}\" is not TLS. Give an \"https://\" address; plain \"http://\" is accepted for loopback addresses only.");

    public static Diagnostic UnknownProfile(string profile, IEnumerable<string> known) =>
        Diagnostic.Error("CX6203", Place.None, $"There is no AWS profile \"{profile}\" in the shared configuration.{Spelling.Hint(profile, known)}");

    public static Diagnostic NoCredentials(string reason) =>
        Diagnostic.Error(CredentialsCode, Place.None, $"AWS credentials are missing, expired or not accepted: {reason} Sign in again (\"aws sso login\" for an SSO profile), or set the profile or the credential variables.");

    public static Diagnostic Refused(string operation, string code, string reason) =>
        Diagnostic.Error(RefusedCode, Place.None, $"AWS refused \"{operation}\" ({code}): {reason}");

    public static Diagnostic Forbidden(string operation, string reason) =>
        Diagnostic.Error(ForbiddenCode, Place.None, $"These credentials may not call \"{operation}\": {reason} Allow the action in the policy of the identity that deploys.");

    public static Diagnostic Unreachable(string operation, string reason) =>
        Diagnostic.Error(UnreachableCode, Place.None, $"\"{operation}\" got no answer from AWS after several attempts: {reason} Check the network and the endpoint, then run again; a running operation is picked up.");
}
