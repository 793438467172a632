using System;
using ComposeX.CloudFormation.Reading;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.Model.Seam;

/// <summary>
/// A resource of another project, by what that project's stack exports: <c>Use: !ImportValue data::orders::Arn</c>. One of its exports is
/// named, and the others follow, for their names have one form: <c>&lt;stack&gt;::&lt;name&gt;::&lt;attribute&gt;</c>.
/// </summary>
public static class Imports
{
    private const string Separator = "::";

    /// <summary>An attribute of the resource as its stack exports it; null when the declaration is no import.</summary>
    public static CfnValue? AttributeOf(Declaration declaration, ModuleAttribute attribute, Location origin) =>
        declaration.Import is { } import ? Beside(import, attribute.Export, origin) : null;

    /// <summary>Whether a value is an export of that form; others mean what their place takes, such as the name of a bucket.</summary>
    public static bool Are(YamlNode use) => Beside(use, "", use.Location) is not null;

    /// <summary>The export with that end beside the one that <c>Use</c> names; null when it names none.</summary>
    public static CfnValue? Beside(YamlNode use, string export, Location origin) => CfnValueReader.Read(use) is CfnFunction { Name: "Fn::ImportValue", Argument: var name }
        ? name switch
        {
            CfnString text when Renamed(text, export) is { } other => new Cfn(origin).Function("Fn::ImportValue", other),
            CfnFunction { Name: "Fn::Sub", Argument: CfnString text } when Renamed(text, export) is { } other => new Cfn(origin).Function("Fn::ImportValue", new Cfn(origin).Function("Fn::Sub", other)),
            _ => null,
        }
        : null;

    private static CfnString? Renamed(CfnString name, string export) => name.Value.LastIndexOf(Separator, StringComparison.Ordinal) is > 0 and var end
        ? name with { Value = $"{name.Value.Substring(0, end)}{Separator}{export}" }
        : null;
}
