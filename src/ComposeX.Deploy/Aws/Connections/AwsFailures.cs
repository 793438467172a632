using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecurityToken;
using ComposeX.Deploy.Aws.CloudFormation.Model;
using ComposeX.Deploy.Aws.Wire;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Aws.Connections;

/// <summary>Says in a finding what an exception of the AWS SDK means for the person who deploys.</summary>
internal static partial class AwsFailures
{
    private const string FirstCall = "AWS";

    /// <summary>The finding for an exception of the SDK's, or null when it is none of its exceptions.</summary>
    public static Diagnostic? Describe(Exception exception) => exception switch
    {
        AmazonServiceException { ErrorCode: "ExpiredToken" or "ExpiredTokenException" or "RequestExpired" or "InvalidClientTokenId" or "UnrecognizedClientException" or "SignatureDoesNotMatch" or "InvalidAccessKeyId" or "AuthFailure" or "MissingAuthenticationToken" or "InvalidSignatureException" } refused
            => AwsDiagnostics.NoCredentials(Sentence(refused.Message)),
        AmazonServiceException refused when IsForbidden(refused) => AwsDiagnostics.Forbidden(Action(refused), Sentence(refused.Message)),
        AmazonServiceException service when IsTransient(service) => AwsDiagnostics.Unreachable(Operation(service), Sentence(service.StatusCode == 0 ? Innermost(service) : service.Message)),
        AmazonServiceException service => AwsDiagnostics.Refused(Operation(service), service.ErrorCode ?? "no code", Sentence(service.Message)),
        AmazonClientException { InnerException: AmazonServiceException inner } client => AwsDiagnostics.NoCredentials($"{Sentence(client.Message)} {Sentence(inner.Message)}"),
        AmazonClientException client => AwsDiagnostics.NoCredentials(Sentence(client.Message)),
        HttpRequestException or IOException or WebException or OperationCanceledException => AwsDiagnostics.Unreachable(FirstCall, Sentence(Innermost(exception))),
        _ => null,
    };

    /// <summary>The finding, when whoever waits may find it gone: somebody signs in again, the line is mended.</summary>
    public static Diagnostic? MayPass(Exception exception) =>
        Describe(exception) is { Code: AwsDiagnostics.CredentialsCode or AwsDiagnostics.UnreachableCode } passing ? passing : null;

    /// <summary>Whether the caller may not do it: said by a code, or, where AWS calls another service for us, in the text.</summary>
    public static bool IsForbidden(AmazonServiceException exception) =>
        exception.ErrorCode is "AccessDenied" or "AccessDeniedException" or "UnauthorizedOperation" or "NotAuthorized" || Unauthorized().IsMatch(exception.Message);

    /// <summary>The IAM action that was refused.</summary>
    public static string Action(AmazonServiceException exception) =>
        Unauthorized().Match(exception.Message) is { Success: true } match ? match.Groups["action"].Value : Operation(exception);

    [GeneratedRegex("not authorized to perform:? (?<action>[a-z0-9-]+:[A-Za-z*]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Unauthorized();

    private static bool IsTransient(AmazonServiceException service) =>
        string.IsNullOrEmpty(service.ErrorCode) || (int)service.StatusCode >= 500 || service.StatusCode == 0;

    /// <summary>The operation that was refused, as IAM names it.</summary>
    public static string Operation(AmazonServiceException exception) => exception switch
    {
        AmazonCloudFormationException cloudFormation => cloudFormation.Operation,
        AwsServiceException service => service.Operation,
        AmazonS3Exception => "s3",
        AmazonSecurityTokenServiceException => "sts",
        _ => FirstCall,
    };

    private static string Innermost(Exception exception) => exception.InnerException is { } inner ? Innermost(inner) : exception.Message;

    private static string Sentence(string text) => text.TrimEnd() is var trimmed && trimmed.EndsWith('.') ? trimmed : trimmed + ".";
}
