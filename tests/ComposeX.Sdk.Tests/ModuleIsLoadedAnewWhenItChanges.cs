using System;
using System.IO;
using System.Linq;
using ComposeX.Build.Tasks.Modules;
using ComposeX.Compiler.Rooms;
using ComposeX.Sdk.Tests.Builds;
using ComposeX.Syntax;
using Xunit;

namespace ComposeX.Sdk.Tests;

public sealed class ModuleIsLoadedAnewWhenItChanges : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("composex-modules-").FullName;
    private readonly DiagnosticBag _diagnostics = [];

    private string Path => System.IO.Path.Combine(_folder, "Acme.dll");

    [Fact]
    public void A_process_that_lives_on_loads_what_is_there_and_nothing_twice()
    {
        File.WriteAllBytes(Path, EmittedModule.Module("Acme", "x-one"));
        var first = Load();
        Assert.Equal("x-one", Module(first).Key);
        Assert.Same(first.Types[0].Assembly, Load().Types[0].Assembly);
        File.WriteAllBytes(Path, EmittedModule.Module("Acme", "x-two"));
        Assert.Equal("x-two", Module(Load()).Key);
        Assert.Empty(_diagnostics);
    }

    [Fact]
    public void The_file_is_not_kept_open()
    {
        File.WriteAllBytes(Path, EmittedModule.Module("Acme", "x-one"));
        Load();
        using (File.Open(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            File.Exists(Path);
        File.Delete(Path);
        Assert.Empty(_diagnostics);
    }

    [Fact]
    public void What_it_needs_lies_beside_it_and_is_an_input_too()
    {
        var beside = System.IO.Path.Combine(_folder, "Acme.Names.dll");
        var names = EmittedModule.Names("Acme.Names", "AWS::SQS::Queue");
        File.WriteAllBytes(beside, names.Bytes);
        File.WriteAllBytes(Path, EmittedModule.Module("Acme", "x-one", names.Function));
        var loader = new ModuleLoader(_folder + "/app.csproj");
        Assert.Equal("AWS::SQS::Queue", Module(loader.Load([Path], _diagnostics).Single()).Type);
        Assert.Equal([beside, Path], loader.FilesRead.Order(StringComparer.Ordinal));

        File.WriteAllBytes(beside, EmittedModule.Names("Acme.Names", "AWS::SNS::Topic").Bytes);
        Assert.Equal("AWS::SNS::Topic", Module(Load()).Type);
    }

    [Fact]
    public void A_file_that_is_named_twice_is_one_module()
    {
        File.WriteAllBytes(Path, EmittedModule.Module("Acme", "x-one"));
        Assert.Single(new ModuleLoader("app.csproj").Load([Path, Path], _diagnostics));
    }

    [Fact]
    public void A_file_that_is_missing_or_no_assembly_is_a_finding()
    {
        File.WriteAllText(Path, "not an assembly");
        Assert.Empty(new ModuleLoader("app.csproj").Load([Path, Path + "x"], _diagnostics));
        Assert.Equal(["CX5007", "CX5006"], _diagnostics.Select(finding => finding.Code));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ModuleAssembly Load() => Assert.Single(new ModuleLoader(_folder + "/app.csproj").Load([Path], _diagnostics));

    private static Model.Seam.Module Module(ModuleAssembly assembly) => (Model.Seam.Module)Activator.CreateInstance(Assert.Single(assembly.Types))!;
}
