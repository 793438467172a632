using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Linking;

/// <summary>Replaces each reference by the user's names (<c>x-sqs::orders::Arn</c>) with a reference to the resource behind it.</summary>
internal sealed class ReferenceResolver
{
    private readonly ILookup<string, Declaration> _byKey;
    private readonly DiagnosticBag _diagnostics;

    private ReferenceResolver(IReadOnlyList<Declaration> declarations, DiagnosticBag diagnostics)
    {
        _byKey = declarations.ToLookup(declaration => declaration.Module.Key, StringComparer.Ordinal);
        _diagnostics = diagnostics;
    }

    public static Synthesized Resolve(IReadOnlyList<Synthesized> parts, IReadOnlyList<Declaration> declarations, DiagnosticBag diagnostics)
    {
        var resolver = new ReferenceResolver(declarations, diagnostics);
        var whole = Synthesized.Join(parts);
        return whole with
        {
            Resources = [.. whole.Resources.Select(resource => resource with { Properties = (CfnMap)resource.Properties.Replace(resolver.Resolve), Metadata = (CfnMap?)resource.Metadata?.Replace(resolver.Resolve) })],
            Outputs = [.. whole.Outputs.Select(output => output with { Value = output.Value.Replace(resolver.Resolve) })],
        };
    }

    private CfnValue Resolve(CfnValue value) => value is DeclarationReference reference ? Resolve(reference) : value;

    private CfnValue Resolve(DeclarationReference reference)
    {
        if (!_byKey.Contains(reference.Key))
        {
            _diagnostics.Add(LinkDiagnostics.NothingDeclared(reference.Key, reference.Origin));
            return reference;
        }

        var declarations = _byKey[reference.Key];
        if (declarations.FirstOrDefault(declaration => string.Equals(declaration.Name, reference.Name, StringComparison.Ordinal)) is not { } declaration)
        {
            _diagnostics.Add(ModelDiagnostics.UnknownDeclaration(reference.Key, reference.Name, [.. declarations.Select(other => other.Name)], reference.Origin));
            return reference;
        }

        var attributes = declaration.Module.Attributes;
        var attribute = reference.Attribute is { } name ? declaration.Module.FindAttribute(name) : attributes is [var first, ..] ? first : null;
        if (attribute is null)
        {
            _diagnostics.Add(ModelDiagnostics.UnknownAttribute(reference.Attribute ?? "", reference.Key, [.. attributes.Select(other => other.Name)], reference.Origin));
            return reference;
        }

        return Imports.AttributeOf(declaration, attribute, reference.Origin) ?? AttributeOf(declaration, attribute, reference);
    }

    private CfnValue AttributeOf(Declaration declaration, ModuleAttribute attribute, DeclarationReference reference)
    {
        var found = _diagnostics.Count;
        var value = declaration.Module.AttributeOf(declaration, attribute, reference.Origin, _diagnostics);
        if (value is null && declaration.Use is { } use && _diagnostics.Count == found)
        {
            _diagnostics.Add(LinkDiagnostics.NotSaid(attribute.Name, declaration.Name, use.Location));
        }

        return value ?? reference;
    }
}
