using System;
using System.IO;
using ComposeX.Sdk.Tests.Builds;
using Xunit;

namespace ComposeX.Sdk.Tests;

public sealed class BinaryLogHoldsNoSecrets(PackedSdk sdk)
{
    [Fact]
    public void It_holds_the_compose_file_and_no_value_of_the_environment_nor_of_an_env_file()
    {
        using var project = new TestProject(sdk);
        project.Environment["CX_PASSWORD"] = "bosom-of-the-sea";
        project.Write(TestProject.ComposeFile, "services:\n  web:\n    image: nginx\n    env_file: secret.env\n    environment:\n      PASSWORD: ${CX_PASSWORD}\n");
        project.Write("secret.env", "TOKEN=whisper-of-the-wind\n");
        project.Generate().Succeeded();
        project.Generate("-v:diagnostic").Succeeded();
        foreach (var log in Directory.GetFiles(project.Root, "*.binlog"))
        {
            var text = BinaryLog.Text(log);
            Assert.Contains("PASSWORD: ${CX_PASSWORD}", text, StringComparison.Ordinal);
            Assert.DoesNotContain("bosom-of-the-sea", text, StringComparison.Ordinal);
            Assert.DoesNotContain("whisper-of-the-wind", text, StringComparison.Ordinal);
        }
    }
}
