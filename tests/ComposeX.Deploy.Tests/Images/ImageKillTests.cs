using System.Threading.Tasks;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Tests.Aws;
using Xunit;

namespace ComposeX.Deploy.Tests.Images;

/// <summary>The process is killed at some call of its, and run again.</summary>
public sealed class ImageKillTests : IAsyncLifetime
{
    private readonly ImagesFolder _folder = new();
    private readonly OciArchive _archive = OciArchive.Of("linux/amd64", 400_000, 300_000, 100);
    private AwsDouble _aws = null!;
    private RegistryDouble _registry = null!;

    public async ValueTask InitializeAsync()
    {
        _aws = await AwsDouble.StartAsync();
        _registry = await RegistryDouble.StartAsync();
        _registry.Scheme = "Basic";
        _registry.HasImmutableTags = true;
        _registry.Repositories = [];
        EcrTests.Connect(_aws.Ecr, _registry);
    }

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await _aws.DisposeAsync();
        await _registry.DisposeAsync();
    }

    [Theory]
    [InlineData("POST upload", 2)]
    [InlineData("PUT upload", 1)]
    [InlineData("PUT upload", 3)]
    [InlineData("PUT manifest", 1)]
    public async Task Killed_while_it_pushes_and_run_again_everything_is_there_once(string call, int time)
    {
        await KillAsync(() => _registry.Count(call) >= time);
        await EndIsRightAsync();
    }

    [Theory]
    [InlineData("CreateRepository")]
    [InlineData("GetAuthorizationToken")]
    public async Task Killed_while_it_asks_ECR_and_run_again_everything_is_there_once(string operation)
    {
        await KillAsync(() => _aws.Count(operation) >= 1);
        await EndIsRightAsync();
        Assert.Single(_aws.Ecr.Repositories);
    }

    private async Task KillAsync(System.Func<bool> now)
    {
        ChildProcess? child = null;
        // Layers go up side by side, so that a look may come after the next call has been counted.
        void Look()
        {
            if (now())
                child!.Kill();
        }

        _aws.OnCall = _ => Look();
        _registry.OnCall = _ => Look();
        using (child = ChildProcess.Start(_folder.With(_archive).Request(_aws.Url)))
        {
            var (exitCode, output, _) = await child.EndAsync();
            Assert.True(exitCode is not (>= 0 and <= 5), output);
        }

        _aws.OnCall = null;
        _registry.OnCall = null;
        Assert.False(_folder.HasResults);
    }

    // The double refuses a blob that it has already.
    private async Task EndIsRightAsync()
    {
        (await _folder.RunAsync(_aws.Url)).Ended(ExitCode.Done);
        Assert.Equal(_archive.Digest, _folder["digest"]);
        Assert.Equal(_archive.Digest, _registry.DigestOf("shop/web", _folder["tag"]!));
        Assert.Equal(4, _registry.Blobs.Count);
    }
}
