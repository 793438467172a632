using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace ComposeX.Sdk.Tests.Builds;

/// <summary>A user's project in a folder of its own, built with the packed SDK. The folder and the binary log stay when the test fails.</summary>
internal sealed class TestProject : IDisposable
{
    public const string ComposeFile = "docker-compose.yml";

    /// <summary>A compose file without a fault.</summary>
    public const string Compose = """
        services:
          web:
            image: nginx:1.27
            ports: ["80:80"]

        """;

    /// <summary>What Visual Studio adds to a project, as far as it asks ours.</summary>
    public const string VisualStudioTargets = """
        <Target Name="CollectUpToDateCheckInputDesignTime" DependsOnTargets="$(CollectUpToDateCheckInputDesignTimeDependsOn)" Returns="@(UpToDateCheckInput)" />
        <Target Name="CollectUpToDateCheckOutputDesignTime" DependsOnTargets="$(CollectUpToDateCheckOutputDesignTimeDependsOn)" Returns="@(UpToDateCheckOutput)" />
        """;

    /// <summary>The program of a project that is only built for its templates.</summary>
    private const string Program = "System.Console.WriteLine(\"app\");\n";

    private readonly PackedSdk _sdk;
    private readonly string _root = Directory.CreateTempSubdirectory("composex-project-").FullName;
    private int _builds;

    public TestProject(PackedSdk sdk, string? projectFile = null, string name = "app")
    {
        _sdk = sdk;
        Name = name;
        Folder = Directory.CreateDirectory(Path.Combine(_root, name)).FullName;
        File.WriteAllText(Path.Combine(_root, "nuget.config"), sdk.NuGetConfig);
        Write($"{name}.csproj", projectFile ?? ProjectFile(sdk));
        Write("Program.cs", Program);
        Write(ComposeFile, Compose);
    }

    public string Name { get; }

    public string Folder { get; }

    public string Root => _root;

    /// <summary>Variables of the builds.</summary>
    public Dictionary<string, string?> Environment { get; } = [];

    /// <summary>Where templates lie when nothing else is said.</summary>
    public string Output => Path.Combine(Folder, "obj", "Debug", "net10.0", "ecs");

    public IReadOnlyList<string> OutputFiles => Directory.Exists(Output) ? [.. Directory.GetFiles(Output).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)] : [];

    /// <summary>A project file with the SDK beside another.</summary>
    public static string ProjectFile(PackedSdk sdk, string properties = "", string items = "", string targets = "") => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <Sdk Name="ComposeX.Build" Version="{sdk.Version}" />
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <OutputType>Exe</OutputType>
            <UseAppHost>false</UseAppHost>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {items}
          </ItemGroup>
          {targets}
        </Project>
        """;

    public void Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Delete(string name) => File.Delete(Path.Combine(Folder, name));

    public string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    /// <summary>Restores and builds all of the project.</summary>
    public DotNetRun Build(params string[] arguments) => Run(["build", "-tl:off", .. Log(), .. arguments]);

    /// <summary>Generates and does nothing else; a second where a build takes ten.</summary>
    public DotNetRun Generate(params string[] arguments) => Run(["msbuild", "-nologo", "-tl:off", "-v:minimal", "-t:GenerateEcsTemplates", .. Log(), .. arguments]);

    public DotNetRun Run(params string[] arguments) => DotNet.Run(Folder, arguments, Variables());

    public DotNetRun RunAtTerminal(IEnumerable<string> arguments, string? interruptAfter = null) => DotNet.RunAtTerminal(Folder, arguments, Variables(), interruptAfter);

    /// <summary>What <c>-getItem</c>, <c>-getProperty</c> and <c>-getTargetResult</c> answer.</summary>
    public JsonElement Ask(params string[] arguments) => JsonDocument.Parse(Run(["msbuild", "-nologo", .. arguments]).Succeeded().Output).RootElement;

    /// <summary>The text of a template that holds the given text.</summary>
    public string TemplateWith(string text) =>
        Directory.GetFiles(Output, "*.template.*").Select(File.ReadAllText).FirstOrDefault(template => template.Contains(text, StringComparison.Ordinal))
        ?? throw new InvalidDataException($"No template in {Output} holds \"{text}\".");

    /// <summary>Files under obj and when each was last written.</summary>
    public IReadOnlyDictionary<string, DateTime> Snapshot() => Directory.GetFiles(Output).ToDictionary(file => file, File.GetLastWriteTimeUtc);

    public void Dispose()
    {
        if (TestContext.Current.TestState?.Result != TestResult.Failed)
            Directory.Delete(_root, recursive: true);
        else
            TestContext.Current.TestOutputHelper?.WriteLine($"Kept, with the binary logs of its builds: {_root}");
    }

    private Dictionary<string, string?> Variables() => new(Environment) { ["NUGET_PACKAGES"] = Environment.GetValueOrDefault("NUGET_PACKAGES") ?? _sdk.Cache };

    private IEnumerable<string> Log() => [$"-bl:{Path.Combine(_root, $"{++_builds}.binlog")}"];
}
