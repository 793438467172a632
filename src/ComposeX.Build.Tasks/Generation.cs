using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using ComposeX.Build.Tasks.Findings;
using ComposeX.Build.Tasks.Images;
using ComposeX.Build.Tasks.Modules;
using ComposeX.Build.Tasks.Outputs;
using ComposeX.Build.Tasks.Requests;
using ComposeX.Compiler;
using ComposeX.Compiler.Images;
using ComposeX.Compiler.Outputs;
using ComposeX.Syntax;

namespace ComposeX.Build.Tasks;

/// <summary>One run of <see cref="GenerateEcsTemplates"/>: from the task's parameters to the files in the output folder.</summary>
internal sealed class Generation(GenerateEcsTemplates task, CancellationToken cancellation)
{
    private readonly DiskFiles _disk = new();
    private readonly DiagnosticBag _findings = [];
    private readonly OutputFolder _folder = new(task.OutputDirectory);
    private readonly ModuleLoader _modules = new(task.ProjectFile);
    private readonly string _projectDirectory = Path.GetDirectoryName(task.ProjectFile) ?? "";

    /// <summary>Every file that was read or looked for, and those that modules came from.</summary>
    public IEnumerable<string> FilesRead => _disk.Seen.Concat(_modules.FilesRead);

    public IReadOnlyList<string> VariablesRead { get; private set; } = [];

    /// <summary>The absolute paths of the files written; none when something was reported as an error.</summary>
    public IReadOnlyList<string> Run(FindingLog log)
    {
        var request = Request();
        var compilation = _findings.HasErrors ? null : ComposeCompiler.Compile(request, _findings, cancellation);
        if (compilation is null && !_findings.HasErrors)
            throw new InvalidOperationException("The compiler made nothing and did not say why.");

        var disk = new DiagnosticBag();
        var paths = log.Write(_findings) && compilation is not null ? Fill(request, compilation, disk) : Empty(disk);
        return log.Write(disk) ? paths : [];
    }

    private IReadOnlyList<string> Fill(CompileRequest request, Compilation compilation, DiagnosticBag disk)
    {
        var files = OutputFiles.Of(compilation, request.TemplateFormat, _projectDirectory);
        _folder.Write(files, disk);
        FindingsFile.Write(task.FindingsFile, _findings);
        VariablesRead = compilation.Project.VariablesRead;
        return [.. files.Select(file => _folder.PathOf(file.Name))];
    }

    private IReadOnlyList<string> Empty(DiagnosticBag disk)
    {
        _folder.Clear(disk);
        return [];
    }

    private CompileRequest Request()
    {
        var compose = new ComposeRequest(task, _disk, _findings);
        var properties = new ProjectProperties(task.ProjectFile, _findings);
        return new CompileRequest
        {
            Compose = compose.Load(),
            EnvironmentName = compose.EnvironmentName,
            StackName = properties.StackName(task.StackName),
            StackLayout = properties.Layout(task.StackLayout),
            TemplateFormat = properties.Format(task.TemplateFormat),
            CreateVpc = properties.CreateVpc(task.CreateVpc),
            Modules = _modules.Load(task.Modules.Select(module => compose.Absolute(module.ItemSpec)), _findings),
            PermissionsBoundary = properties.PermissionsBoundary(task.PermissionsBoundary),
            VpcCidr = ProjectProperties.Text(task.VpcCidr),
            MeshProvider = properties.MeshProvider(task.MeshProvider),
            Image = new ProjectImage(task.ProjectFile)
            {
                Platform = ImagePlatform.OfLinux(task.ImageRuntime),
                Ports = [.. task.ImagePorts.Select(port => port.ItemSpec + "/" + (port.GetMetadata("Type") is { Length: > 0 } type ? type : "tcp"))],
            },
        };
    }
}
