using System;
using System.Collections.Generic;
using ComposeX.CloudFormation.Manifests;
using ComposeX.Deploy.Reporting;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Templates;

/// <summary>Finds the YAML that asked for a resource of a stack. Nested stacks are known by their logical id in the root.</summary>
internal sealed class Origins
{
    private readonly Dictionary<(string Stack, string Resource), Location> _resources = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public Origins(Manifest? manifest, string directory)
    {
        foreach (var stack in manifest?.Stacks ?? [])
        {
            var id = stack.LogicalId ?? "";
            _names[id] = stack.Name;
            foreach (var resource in stack.Resources)
                _resources[(id, resource.LogicalId)] = Place.Under(directory, resource.Origin);
        }
    }

    public Location? Find(string stackLogicalId, string logicalId) =>
        _resources.TryGetValue((stackLogicalId, logicalId), out var origin) ? origin : null;

    /// <summary>What the manifest calls the root; null without a manifest.</summary>
    public string? RootName => _names.GetValueOrDefault("");

    /// <summary>What people call a stack: <c>x-sqs</c> rather than <c>SqsStack</c>; empty for the root.</summary>
    public string NameOf(string stackLogicalId) =>
        stackLogicalId.Length == 0 ? "" : _names.GetValueOrDefault(stackLogicalId, stackLogicalId);
}
