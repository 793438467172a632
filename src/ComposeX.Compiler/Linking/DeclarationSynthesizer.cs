using System.Collections.Generic;
using System.Linq;
using ComposeX.Model;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Linking;

/// <summary>Asks each declaration's module for its resources, and publishes the attributes of what is new.</summary>
internal static class DeclarationSynthesizer
{
    public static Synthesized Synthesize(Application application, DiagnosticBag diagnostics) => Synthesized.Join(application.Declarations
        .Select(declaration => WithOutputs(declaration, declaration.Module.Synthesize(declaration, application.Surroundings, diagnostics), diagnostics)));

    private static Synthesized WithOutputs(Declaration declaration, Synthesized synthesized, DiagnosticBag diagnostics) =>
        declaration.Module is EnvironmentModule || !declaration.IsNew
            ? synthesized
            : synthesized with { Outputs = [.. synthesized.Outputs, .. Outputs(declaration, diagnostics)] };

    private static IEnumerable<SynthesizedOutput> Outputs(Declaration declaration, DiagnosticBag diagnostics) =>
        from attribute in declaration.Module.Attributes
        let value = declaration.Module.AttributeOf(declaration, attribute, declaration.Origin, diagnostics)
        where value is not null
        select new SynthesizedOutput(
            declaration.LogicalId(attribute.Name),
            value,
            $"{ExportName(declaration.Name)}::{attribute.Name}",
            Home.OfKey(declaration.Module.Key),
            declaration.Origin);

    // Export names take letters, digits, hyphens and colons.
    private static string ExportName(string name) => new([.. name.Where(c => c == '-' || (c < 128 && char.IsLetterOrDigit(c)))]);
}
