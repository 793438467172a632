using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Inputs;
using ComposeX.Compose.Interpolation;
using ComposeX.Compose.Loading;
using ComposeX.Syntax;

namespace ComposeX.Compose.Naming;

/// <summary>Finds the project's name: given, from the environment, from the last file that has one, or from the directory.</summary>
internal static class ProjectName
{
    private const string Variable = "COMPOSE_PROJECT_NAME";

    /// <summary>The variables with the project's name among them, and the name; null when it cannot be one.</summary>
    public static (string Name, Variables Variables)? Find(string? given, IReadOnlyList<ReadFile> files, string directory, Variables variables, DiagnosticBag diagnostics)
    {
        var at = Location.OfFile(files[0].Path);
        var imposed = given is { Length: > 0 } ? given : variables[Variable] is { Length: > 0 } fromEnvironment ? fromEnvironment : null;
        if (imposed is not null && Normalise(imposed) != imposed)
        {
            diagnostics.Add(NamingDiagnostics.NotAName(at, imposed));
            return null;
        }

        var name = imposed ?? FromFiles(files, variables, diagnostics) ?? Normalise(Paths.NameOf(directory));
        if (name.Length > 0)
            return (name, variables.With(Variable, name));

        diagnostics.Add(NamingDiagnostics.NoName(at));
        return null;
    }

    private static string? FromFiles(IReadOnlyList<ReadFile> files, Variables variables, DiagnosticBag diagnostics)
    {
        var scalar = files.Select(file => file.Name).LastOrDefault(name => name is not null);
        var name = scalar is null ? "" : Normalise(Interpolator.Text(scalar, variables, diagnostics));
        return name.Length > 0 ? name : null;
    }

    private static string Normalise(string name) =>
        string.Concat(name.ToLowerInvariant().Where(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '-')).TrimStart('_', '-');
}
