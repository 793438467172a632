using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Manifests;
using ComposeX.Deploy.Aws.CloudFormation.Model;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Requests;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Operations;

/// <summary>The values of the root's parameters: an environment variable's, else the request's, else the manifest's, else the stack's present one.</summary>
internal sealed class ParameterValues
{
    private readonly Manifest _manifest;
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private ParameterValues(Manifest manifest) => _manifest = manifest;

    /// <summary>Values that must not be shown.</summary>
    public IEnumerable<string> Secrets { get; private set; } = [];

    public bool HasSecrets => _manifest.Parameters.Any(parameter => parameter.NoEcho);

    /// <summary>The values, or null when there is an error among <paramref name="diagnostics"/>.</summary>
    public static ParameterValues? Read(Manifest manifest, DeployRequest request, Func<string, string?> variable, DiagnosticBag diagnostics)
    {
        var place = Location.OfFile(request.File);
        var names = manifest.Parameters.Select(parameter => parameter.Name).ToList();
        foreach (var unknown in request.Parameters.Keys.Concat(request.ParameterVariables.Keys).Where(name => !names.Contains(name)))
            diagnostics.Add(OperationDiagnostics.UnknownParameter(place, unknown, names));
        var values = new ParameterValues(manifest);
        foreach (var parameter in manifest.Parameters)
            values.Take(parameter, request, variable, diagnostics);
        values.Secrets = [.. manifest.Parameters.Where(parameter => parameter.NoEcho && values._values.ContainsKey(parameter.Name)).Select(parameter => values._values[parameter.Name]), .. request.ParameterVariables.Values.Select(name => variable(name) ?? "")];
        return diagnostics.HasErrors ? null : values;
    }

    /// <summary>As CloudFormation is told; a parameter without a value keeps the one the stack has.</summary>
    public IReadOnlyList<Parameter> For(Stack? stack, string directory, DiagnosticBag diagnostics)
    {
        var kept = stack?.Parameters.Select(parameter => parameter.ParameterKey).ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var missing in _manifest.Parameters.Where(parameter => !_values.ContainsKey(parameter.Name) && !kept.Contains(parameter.Name)))
            diagnostics.Add(Missing(missing, Place.Under(directory, missing.Origin)));
        return
        [
            .. _manifest.Parameters.Select(parameter => _values.TryGetValue(parameter.Name, out var value)
                ? new Parameter(parameter.Name, value)
                : new Parameter(parameter.Name, UsePreviousValue: true)),
        ];
    }

    /// <summary>All that is not secret, as one text to hash.</summary>
    public string Fingerprint() => string.Join(
        '\n',
        _manifest.Parameters.Where(parameter => !parameter.NoEcho).Select(parameter => parameter.Name + "=" + _values.GetValueOrDefault(parameter.Name)));

    private Diagnostic Missing(ManifestParameter parameter, Location place) =>
        _manifest.Images.FirstOrDefault(image => image.Parameter == parameter.Name && image.BuildContext is not null) is { } image
            ? OperationDiagnostics.NoImage(place, image.Service, parameter.Name)
            : OperationDiagnostics.NoValue(place, parameter.Name, parameter.NoEcho);

    private void Take(ManifestParameter parameter, DeployRequest request, Func<string, string?> variable, DiagnosticBag diagnostics)
    {
        if (request.ParameterVariables.TryGetValue(parameter.Name, out var name))
        {
            if (variable(name) is { } secret)
                _values[parameter.Name] = secret;
            else
                diagnostics.Add(RequestDiagnostics.MissingVariable(Location.OfFile(request.File), name, parameter.Name));
        }
        else if ((request.Parameters.GetValueOrDefault(parameter.Name) ?? parameter.Value) is { } value)
        {
            _values[parameter.Name] = value;
        }
    }
}
