using System;
using System.IO;
using System.Linq;
using System.Reflection;
using ComposeX.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(ComposeX.Sdk.Tests.Builds.PackedSdk))]

namespace ComposeX.Sdk.Tests.Builds;

/// <summary>The package, packed once for all tests under a version of its own, in a feed of its own, and a cache that starts empty.</summary>
public sealed class PackedSdk : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("composex-sdk-").FullName;

    public PackedSdk()
    {
        Version = "0.1.0-test." + DateTime.UtcNow.Ticks;
        DotNet.Run(RepositoryFolders.Root, ["pack", "sdk", "--no-build", "--no-restore", "-c", Configuration, "-o", Feed, "-p:PackageVersion=" + Version]).Succeeded();
    }

    public static string Configuration { get; } =
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Configuration").Value!;

    public string Version { get; }

    public string Feed => Path.Combine(_folder, "feed");

    public string Package => Path.Combine(Feed, $"ComposeX.Build.{Version}.nupkg");

    /// <summary>Packages that tests restore; shared, so that what one unpacked the next need not.</summary>
    public string Cache => Path.Combine(_folder, "packages");

    /// <summary>Where this machine already has packages: only for what .NET itself needs to target an older framework.</summary>
    public static string MachineCache => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>A configuration with one source: nothing but our feed may be needed.</summary>
    public string NuGetConfig => $"""
        <configuration>
          <packageSources><clear /><add key="feed" value="{Feed}" /></packageSources>
          <fallbackPackageFolders><clear /></fallbackPackageFolders>
        </configuration>
        """;

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
