using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using ComposeX.Deploy.Reporting;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Templates;

/// <summary>
/// Names every template by its content and lets those that nest it refer to it by that name, deepest first: an
/// unchanged template keeps its address, so CloudFormation leaves its stack alone.
/// </summary>
internal sealed class TemplatePackage
{
    private readonly OutputFolder _folder;
    private readonly Func<string, string> _urlOf;
    private readonly string _prefix;
    private readonly Dictionary<string, string> _urls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _objects = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    private TemplatePackage(OutputFolder folder, string prefix, Func<string, string> urlOf)
    {
        _folder = folder;
        _prefix = prefix;
        _urlOf = urlOf;
        Root = Rewritten(folder.Root.TemplateFile);
    }

    /// <summary>The root template's text, its nested templates' addresses in it.</summary>
    public string Root { get; }

    /// <summary>What must be in the bucket: text by key.</summary>
    public IReadOnlyDictionary<string, string> Objects => _objects;

    public static TemplatePackage Of(OutputFolder folder, string prefix, Func<string, string> urlOf)
    {
        var package = new TemplatePackage(folder, prefix, urlOf);
        if (folder.Manifest.Stacks.FirstOrDefault(stack => stack != folder.Root && !package._urls.ContainsKey(stack.TemplateFile)) is { } lost)
            throw new DeployException(ExitCode.Invalid, TemplateDiagnostics.NotNested(Location.OfFile(folder.ManifestPath), lost.TemplateFile, lost.Name));
        return package;
    }

    public static bool NestsAny(OutputFolder folder) => folder.Manifest.Stacks.Count > 1;

    public static string HashOf(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant();

    /// <summary>The key under which a text lies in the bucket.</summary>
    public static string KeyOf(string prefix, string text, string file) => prefix + HashOf(text)[..32] + Path.GetExtension(file);

    private string Rewritten(string file)
    {
        if (!_open.Add(file))
            throw new DeployException(ExitCode.Invalid, TemplateDiagnostics.Circular(Location.OfFile(_folder.ManifestPath), file));
        var text = _folder.Templates[file];
        var nested = NestedTemplates.In(text, [.. _folder.Templates.Keys]);
        foreach (var child in nested.Where(child => !_urls.ContainsKey(child)))
            Package(child);
        _open.Remove(file);
        return NestedTemplates.Replace(text, nested.ToDictionary(child => child, child => _urls[child], StringComparer.Ordinal));
    }

    private void Package(string file)
    {
        var text = Rewritten(file);
        var key = KeyOf(_prefix, text, file);
        _objects[key] = text;
        _urls[file] = _urlOf(key);
    }
}
