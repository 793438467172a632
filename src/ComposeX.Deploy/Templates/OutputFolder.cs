using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ComposeX.CloudFormation.Manifests;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Templates;

/// <summary>What the compiler wrote: the manifest and the text of every template that it names.</summary>
internal sealed record OutputFolder(string ManifestPath, Manifest Manifest, ManifestStack Root, IReadOnlyDictionary<string, string> Templates)
{
    /// <summary>CloudFormation's limit for a template that it reads from S3.</summary>
    private const int MaximumBytes = 1_000_000;

    /// <summary>The folder of a manifest, or null when there is an error among <paramref name="diagnostics"/>.</summary>
    public static OutputFolder? Read(string manifestPath, DiagnosticBag diagnostics)
    {
        var place = Location.OfFile(manifestPath);
        if (ReadText(manifestPath, out var reason) is not { } text)
        {
            diagnostics.Add(TemplateDiagnostics.NoManifest(place, reason));
            return null;
        }

        if (ManifestReader.Read(new SourceFile(manifestPath, text), diagnostics) is not { } manifest)
            return null;
        var roots = manifest.Stacks.Where(stack => stack.LogicalId is null).ToList();
        if (roots.Count != 1)
            diagnostics.Add(TemplateDiagnostics.NoRoot(place));
        var templates = ReadTemplates(manifestPath, manifest, diagnostics);
        return diagnostics.HasErrors ? null : new(manifestPath, manifest, roots[0], templates);
    }

    private static Dictionary<string, string> ReadTemplates(string manifestPath, Manifest manifest, DiagnosticBag diagnostics)
    {
        var place = Location.OfFile(manifestPath);
        var templates = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var stack in manifest.Stacks)
        {
            var path = Path.Combine(Path.GetDirectoryName(manifestPath)!, stack.TemplateFile);
            if (ReadText(path, out _) is not { } text)
                diagnostics.Add(TemplateDiagnostics.NoTemplate(place, stack.TemplateFile, stack.Name));
            else if (Encoding.UTF8.GetByteCount(text) is > MaximumBytes and var bytes)
                diagnostics.Add(TemplateDiagnostics.TooLarge(Location.OfFile(path), stack.TemplateFile, bytes));
            else
                templates[stack.TemplateFile] = text;
        }

        return templates;
    }

    private static string? ReadText(string path, out string reason)
    {
        try
        {
            reason = "";
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            reason = exception.Message;
            return null;
        }
    }
}
