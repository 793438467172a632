using System.Collections.Generic;

namespace ComposeX.Deploy.Tests.Aws;

/// <summary>STS: who is calling, and roles that may be assumed.</summary>
internal static class StsDouble
{
    public const string AssumedKey = "ASIACOMPOSEXROLE";
    public const string SecretKey = "secretKeyOfARoleThatNobodyMayPrint";
    public const string SessionToken = "sessionTokenOfARoleThatNobodyMayPrint";
    public const string WebIdentityToken = "webIdentityTokenThatNobodyMayPrint";

    /// <summary>A role that trusts nobody.</summary>
    public const string ClosedRole = "arn:aws:iam::999999999999:role/closed";

    /// <summary>A role that a profile may name.</summary>
    public const string ProfileRole = "arn:aws:iam::123456789012:role/deployer";

    public static Answer Answer(IReadOnlyDictionary<string, string> form) => form.GetValueOrDefault("Action") switch
    {
        "GetCallerIdentity" => Of("GetCallerIdentity", $"<Arn>arn:aws:iam::{AwsDouble.Account}:user/dev</Arn><UserId>AIDA</UserId><Account>{AwsDouble.Account}</Account>"),
        "AssumeRole" when form["RoleArn"] == ClosedRole =>
            throw new AwsError(403, "AccessDenied", $"User: arn:aws:iam::{AwsDouble.Account}:user/dev is not authorized to perform: sts:AssumeRole on resource: {ClosedRole}"),
        "AssumeRole" when form["RoleSessionName"] == "ComposeX-Lookup" =>
            Of("AssumeRole", Credentials),
        "AssumeRole" when form["RoleArn"] == ProfileRole => Of("AssumeRole", Credentials),
        "AssumeRoleWithWebIdentity" when form["WebIdentityToken"] == WebIdentityToken => Of("AssumeRoleWithWebIdentity", Credentials),
        var other => throw new AwsError(400, "InvalidAction", "Not played: " + other),
    };

    private static string Credentials =>
        $"<Credentials><AccessKeyId>{AssumedKey}</AccessKeyId><SecretAccessKey>{SecretKey}</SecretAccessKey><SessionToken>{SessionToken}</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>";

    private static Answer Of(string operation, string result) => Aws.Answer.Ok(
        $"<{operation}Response xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><{operation}Result>{result}</{operation}Result><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></{operation}Response>");
}
