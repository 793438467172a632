using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ComposeX.CloudFormation.Manifests;
using ComposeX.Compiler.Outputs;
using ComposeX.Syntax;

namespace ComposeX.Build.Tasks.Outputs;

/// <summary>
/// The folder that a build fills and a deployment reads. It is whole or it has no manifest: the manifest goes first when
/// anything changes and comes back last. A file whose bytes stay the same is not touched.
/// </summary>
/// <param name="directory">The folder's absolute path.</param>
public sealed class OutputFolder(string directory)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Makes the folder hold these files and none of an earlier build; the last file is the manifest.</summary>
    /// <returns>Whether it does.</returns>
    public bool Write(IReadOnlyList<OutputFile> files, DiagnosticBag diagnostics)
    {
        var orphans = Listed().Except(files.Select(file => file.Name), StringComparer.Ordinal).ToList();
        var changed = files.Where(file => !Holds(file)).ToList();
        if (changed.Count == 0 && orphans.Count == 0)
            return true;

        if (!Delete(OutputFiles.Manifest, diagnostics) || !orphans.All(orphan => Delete(orphan, diagnostics)))
            return false;

        var manifest = files[files.Count - 1];
        return changed.Where(file => file != manifest).Append(manifest).All(file => Write(file, diagnostics));
    }

    /// <summary>Removes what an earlier build left, so that nothing stale is ever deployed.</summary>
    public void Clear(DiagnosticBag diagnostics)
    {
        foreach (var file in Listed().Append(OutputFiles.Manifest))
        {
            Delete(file, diagnostics);
        }
    }

    /// <summary>The absolute path of a file in the folder.</summary>
    public string PathOf(string name) => Path.Combine(directory, name);

    private IReadOnlyList<string> Listed()
    {
        var path = PathOf(OutputFiles.Manifest);
        try
        {
            return File.Exists(path) && ManifestReader.Read(new SourceFile(path, File.ReadAllText(path)), []) is { } manifest
                ? [.. manifest.Stacks.Select(stack => stack.TemplateFile).Append(OutputFiles.ParametersOf(manifest.StackName)).Where(LiesInFolder)]
                : [];
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            return [];
        }
    }

    // What a manifest lists is deleted, and a manifest can be edited.
    private static bool LiesInFolder(string name) => string.Equals(Path.GetFileName(name), name, StringComparison.Ordinal);

    private bool Holds(OutputFile file)
    {
        try
        {
            return File.Exists(PathOf(file.Name)) && File.ReadAllBytes(PathOf(file.Name)).SequenceEqual(Utf8.GetBytes(file.Text));
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            return false;
        }
    }

    private bool Write(OutputFile file, DiagnosticBag diagnostics)
    {
        try
        {
            Directory.CreateDirectory(directory);
            File.WriteAllBytes(PathOf(file.Name), Utf8.GetBytes(file.Text));
            return true;
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            diagnostics.Add(OutputDiagnostics.CannotWrite(PathOf(file.Name), exception.Message));
            return false;
        }
    }

    private bool Delete(string name, DiagnosticBag diagnostics)
    {
        try
        {
            if (File.Exists(PathOf(name)))
                File.Delete(PathOf(name));
            return true;
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            diagnostics.Add(OutputDiagnostics.CannotDelete(PathOf(name), exception.Message));
            return false;
        }
    }

    // A path that the platform does not take is reported as ArgumentException or NotSupportedException, by .NET Framework above all.
    private static bool IsOfTheDisk(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;
}
