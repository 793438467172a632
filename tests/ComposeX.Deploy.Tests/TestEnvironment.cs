using System;
using System.Runtime.CompilerServices;

namespace ComposeX.Deploy.Tests;

/// <summary>Gives the SDK's credential chain what it finds first, so that no test meets the machine's own.</summary>
internal static class TestEnvironment
{
    public const string AccessKey = "AKIACOMPOSEXTEST";
    public const string SecretKey = "secretKeyOfTheTestsThatNobodyMayPrint";

    [ModuleInitializer]
    internal static void Prepare()
    {
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", AccessKey);
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", SecretKey);
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", "/nonexistent/credentials");
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", "/nonexistent/config");
        foreach (var name in new[] { "AWS_SESSION_TOKEN", "AWS_PROFILE", "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_ENDPOINT_URL" })
            Environment.SetEnvironmentVariable(name, null);
    }
}
