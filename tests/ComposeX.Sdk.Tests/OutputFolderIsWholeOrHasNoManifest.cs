using System;
using System.IO;
using System.Linq;
using ComposeX.Build.Tasks.Outputs;
using ComposeX.CloudFormation.Manifests;
using ComposeX.Compiler.Outputs;
using ComposeX.Syntax;
using Xunit;

namespace ComposeX.Sdk.Tests;

public sealed class OutputFolderIsWholeOrHasNoManifest : IDisposable
{
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("composex-output-").FullName, "ecs");
    private readonly DiagnosticBag _diagnostics = [];

    [Fact]
    public void It_holds_what_it_is_given()
    {
        Assert.True(Write(("web.template.json", "{}\n")));
        Assert.Equal(["app.parameters.json", "manifest.json", "web.template.json"], Names());
        Assert.Equal("{}\n", File.ReadAllText(Path.Combine(_folder, "web.template.json")));
    }

    [Fact]
    public void Files_of_the_same_text_are_not_touched()
    {
        Write(("web.template.json", "{}\n"), ("db.template.json", "{}\n"));
        var past = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var file in Directory.GetFiles(_folder))
            File.SetLastWriteTimeUtc(file, past);
        Write(("web.template.json", "{}\n"), ("db.template.json", "{}\n"));
        Assert.All(Directory.GetFiles(_folder), file => Assert.Equal(past, File.GetLastWriteTimeUtc(file)));

        Write(("web.template.json", "{}\n"), ("db.template.json", "{ }\n"));
        Assert.Equal(past, File.GetLastWriteTimeUtc(Path.Combine(_folder, "web.template.json")));
        Assert.NotEqual(past, File.GetLastWriteTimeUtc(Path.Combine(_folder, "db.template.json")));
        Assert.NotEqual(past, File.GetLastWriteTimeUtc(Path.Combine(_folder, "manifest.json")));
    }

    [Fact]
    public void What_is_no_longer_made_is_deleted_and_nothing_else()
    {
        Write(("web.template.json", "{}\n"), ("old.template.json", "{}\n"));
        File.WriteAllText(Path.Combine(_folder, "by-hand.template.json"), "{}");
        Write(("web.template.json", "{}\n"));
        Assert.Equal(["app.parameters.json", "by-hand.template.json", "manifest.json", "web.template.json"], Names());
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_a_finding_and_there_is_no_manifest()
    {
        Write(("web.template.json", "{}\n"));
        Directory.CreateDirectory(Path.Combine(_folder, "db.template.json"));
        Assert.False(Write(("web.template.json", "{}\n"), ("db.template.json", "{}\n")));
        var finding = Assert.Single(_diagnostics);
        Assert.Equal(("CX5101", Path.Combine(_folder, "db.template.json")), (finding.Code, finding.Location.File));
        Assert.DoesNotContain("manifest.json", Names());
    }

    [Fact]
    public void A_folder_that_cannot_be_is_a_finding()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder)!);
        File.WriteAllText(_folder, "a file where the folder should be");
        Assert.False(Write(("web.template.json", "{}\n")));
        Assert.Equal("CX5101", Assert.Single(_diagnostics).Code);
    }

    [Fact]
    public void A_file_that_cannot_be_deleted_is_a_finding()
    {
        Write(("web.template.json", "{}\n"));
        Assert.SkipWhen(OperatingSystem.IsLinux() && Environment.UserName == "root", "Nothing forbids root to delete a file.");
        using var open = OperatingSystem.IsWindows() ? File.Open(Path.Combine(_folder, "manifest.json"), FileMode.Open, FileAccess.Read, FileShare.None) : null;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        new OutputFolder(_folder).Clear(_diagnostics);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.All(_diagnostics, finding => Assert.Equal("CX5102", finding.Code));
        Assert.NotEmpty(_diagnostics);
    }

    [Fact]
    public void Clear_leaves_nothing_of_ours()
    {
        Write(("web.template.json", "{}\n"));
        File.WriteAllText(Path.Combine(_folder, "notes.txt"), "by hand");
        new OutputFolder(_folder).Clear(_diagnostics);
        Assert.Equal(["notes.txt"], Names());
        Assert.Empty(_diagnostics);
    }

    [Fact]
    public void A_manifest_cannot_name_a_file_elsewhere()
    {
        var elsewhere = Path.Combine(Path.GetDirectoryName(_folder)!, "precious.json");
        Write(("web.template.json", "{}\n"));
        File.WriteAllText(elsewhere, "{}");
        var manifest = Path.Combine(_folder, "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("web.template.json", "../precious.json", StringComparison.Ordinal));
        new OutputFolder(_folder).Clear(_diagnostics);
        Assert.True(File.Exists(elsewhere));
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("{}")]
    [InlineData("")]
    public void A_manifest_that_makes_no_sense_is_replaced(string text)
    {
        Write(("web.template.json", "{}\n"));
        File.WriteAllText(Path.Combine(_folder, "manifest.json"), text);
        Assert.True(Write(("web.template.json", "{}\n")));
        Assert.StartsWith("{\n  \"formatVersion\": 1,", File.ReadAllText(Path.Combine(_folder, "manifest.json")), StringComparison.Ordinal);
        Assert.Empty(_diagnostics);
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    private string[] Names() => [.. Directory.GetFiles(_folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private bool Write(params (string Name, string Text)[] templates)
    {
        var manifest = new Manifest("app", [.. templates.Select(template => new ManifestStack(template.Name, null, template.Name, [], [new("Id", template.Text, Location.OfFile("a.yml"))]))]);
        return new OutputFolder(_folder).Write(
        [
            .. templates.Select(template => new OutputFile(template.Name, template.Text)),
            new("app.parameters.json", "[]\n"),
            new("manifest.json", ManifestWriter.Write(manifest)),
        ], _diagnostics);
    }
}
