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
        .SelectMany(declaration => new[]
        {
            WithOutputs(declaration, declaration.Module.Synthesize(declaration, application.Surroundings, diagnostics)),
            ResourceRegistration.Of(declaration, diagnostics),
        }));

    private static Synthesized WithOutputs(Declaration declaration, Synthesized synthesized) =>
        declaration.Module is EnvironmentModule || !declaration.IsNew
            ? synthesized
            : synthesized with { Outputs = [.. synthesized.Outputs, .. Outputs(declaration)] };

    // What this one has no value for, such as a zone that is not in DNS, is no output, and no fault as long as nobody refers to it.
    private static IEnumerable<SynthesizedOutput> Outputs(Declaration declaration) =>
        from attribute in declaration.Module.Attributes
        let value = declaration.Module.AttributeOf(declaration, attribute, declaration.Origin, new DiagnosticBag())
        where value is not null
        select new SynthesizedOutput(
            declaration.LogicalId(attribute.Name),
            value,
            $"{ExportName(declaration.Name)}::{attribute.Export}",
            Home.OfKey(declaration.Module.Key),
            declaration.Origin);

    // Export names take letters, digits, hyphens and colons.
    private static string ExportName(string name) => new([.. name.Where(c => c == '-' || (c < 128 && char.IsLetterOrDigit(c)))]);
}
