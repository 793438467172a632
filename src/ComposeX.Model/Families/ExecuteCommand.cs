using System;
using System.Linq;
using ComposeX.Syntax;

namespace ComposeX.Model.Families;

/// <summary>Whether somebody may open a shell in a family's containers: <c>x-ecs: {EnableExecuteCommand: true}</c> of one of its services.</summary>
public static class ExecuteCommand
{
    public static bool IsEnabled(Family family) => family.Services
        .SelectMany(service => service.Extensions)
        .Where(extension => string.Equals(extension.Name, "x-ecs", StringComparison.Ordinal))
        .Select(extension => (extension.Value as YamlMapping)?["EnableExecuteCommand"])
        .OfType<YamlScalar>()
        .Any(enabled => bool.TryParse(enabled.Text, out var value) && value);
}
