using System.Collections.Generic;

namespace ComposeX.Deploy.Tests.Aws;

/// <summary>STS: who is calling.</summary>
internal static class StsDouble
{
    public static Answer Answer(IReadOnlyDictionary<string, string> form) => form.GetValueOrDefault("Action") == "GetCallerIdentity"
        ? Aws.Answer.Ok($"<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult><Arn>arn:aws:iam::{AwsDouble.Account}:user/dev</Arn><UserId>AIDA</UserId><Account>{AwsDouble.Account}</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetCallerIdentityResponse>")
        : throw new AwsError(400, "InvalidAction", "Not played: " + form.GetValueOrDefault("Action"));
}
