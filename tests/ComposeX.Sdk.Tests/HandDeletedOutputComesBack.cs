using System.IO;
using ComposeX.Sdk.Tests.Builds;
using Xunit;

namespace ComposeX.Sdk.Tests;

public sealed class HandDeletedOutputComesBack(PackedSdk sdk)
{
    [Theory]
    [InlineData("app.web.template.json")]
    [InlineData("app.parameters.json")]
    [InlineData("manifest.json")]
    public void A_file_that_was_deleted_by_hand_is_written_again(string file)
    {
        using var project = new TestProject(sdk);
        project.Generate().Succeeded();
        var before = project.OutputFiles;
        File.Delete(Path.Combine(project.Output, file));
        project.Generate().Succeeded();
        Assert.Equal(before, project.OutputFiles);
    }
}
