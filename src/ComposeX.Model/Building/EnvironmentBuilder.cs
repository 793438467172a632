using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Model.Building;

/// <summary>Declares the defaults of what an application with services stands on, and lets the build's properties win over the file's.</summary>
internal static class EnvironmentBuilder
{
    public static IReadOnlyList<Declaration> Complete(
        IReadOnlyList<Declaration> declared,
        IReadOnlyList<Module> modules,
        IReadOnlyList<Family> families,
        IReadOnlyList<EnvironmentOption> options)
    {
        var needer = families.Count > 0 ? families[0].Origin : declared.FirstOrDefault(declaration => declaration.Module.NeedsNetworkFor(declaration) && declaration.IsNew)?.Origin;
        var defaults = needer is not { } origin ? [] : modules
            .OfType<EnvironmentModule>()
            .Where(module => module.IsDeclaredByDefault && (families.Count > 0 || module.IsNetwork))
            .Where(module => !declared.Any(declaration => declaration.Module == module) && OptionOf(module)?.MayCreate != false)
            .Select(module => new Declaration(module, module.Topic(), origin));
        return [.. defaults.Concat(declared).Select(declaration => Configure(declaration, OptionOf(declaration.Module)))];

        EnvironmentOption? OptionOf(Module module) => options.FirstOrDefault(option => string.Equals(option.Key, module.Key, StringComparison.Ordinal));
    }

    private static Declaration Configure(Declaration declaration, EnvironmentOption? option)
    {
        declaration = option is null ? declaration : declaration with { Choices = option.Choices };
        if (option is null || option.Properties.Count == 0 || !declaration.IsNew)
        {
            return declaration;
        }

        var location = declaration.Properties?.Location ?? declaration.Origin;
        var kept = (declaration.Properties?.Entries ?? []).Where(entry => !option.Properties.ContainsKey(entry.Name));
        var given = option.Properties
            .OrderBy(property => property.Key, StringComparer.Ordinal)
            .Select(property => new YamlEntry(Quoted(property.Key), Quoted(property.Value)));
        return declaration with { Properties = new YamlMapping([.. kept, .. given], location) };

        YamlScalar Quoted(string text) => new(text, YamlScalarStyle.DoubleQuoted, location);
    }
}
