namespace ComposeX.Deploy.Tests.Aws;

/// <summary>The endpoint from which a container gets its role's credentials.</summary>
internal static class ContainerDouble
{
    public const string Path = "/container-credentials";
    public const string AccessKey = "ASIACOMPOSEXCONTAINER";
    public const string Token = "containerTokenThatNobodyMayPrint";

    public static Answer Answer(AwsRequest request) => request.Header("Authorization") == Token
        ? Aws.Answer.Ok($$"""{"AccessKeyId":"{{AccessKey}}","SecretAccessKey":"{{StsDouble.SecretKey}}","Token":"{{StsDouble.SessionToken}}","Expiration":"2099-01-01T00:00:00Z"}""")
        : new(401, """{"code":"Unauthorized","message":"The token is not the container's."}""");
}
