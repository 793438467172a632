using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.SsmParameter;

/// <summary>Where a parameter's text comes from and what becomes of it.</summary>
internal sealed record ParameterMacros
{
    public Located<string>? FromFile { get; init; }

    /// <summary>What says that the text is JSON, or null.</summary>
    public Located<bool>? Json { get; init; }

    /// <summary>What says that the text is YAML, or null.</summary>
    public Located<bool>? Yaml { get; init; }

    public bool MinimizeJson { get; init; }

    public bool IgnoreInvalidJson { get; init; }

    public bool RenderToJson { get; init; }

    public bool IgnoreInvalidYaml { get; init; }

    public bool EncodeToBase64 { get; init; }

    public static ParameterMacros Read(Declaration declaration, DiagnosticBag diagnostics)
    {
        MappingReader.Of(declaration.Settings, diagnostics).RejectOthers("x-ssm_parameter knows no Settings of its own");
        var reader = MappingReader.Of(declaration.MacroParameters, diagnostics);
        var file = reader.Text("FromFile");
        var (validateJson, minimize, ignoreJson) = (reader.Boolean("ValidateJson"), reader.Boolean("MinimizeJson"), reader.Boolean("IgnoreInvalidJson"));
        var (validateYaml, render, ignoreYaml) = (reader.Boolean("ValidateYaml"), reader.Boolean("RenderToJson"), reader.Boolean("IgnoreInvalidYaml"));
        var encode = reader.Boolean("EncodeToBase64");
        reader.RejectOthers();
        var macros = new ParameterMacros
        {
            FromFile = file,
            Json = IfTrue(validateJson) ?? IfTrue(minimize),
            Yaml = IfTrue(validateYaml) ?? IfTrue(render),
            MinimizeJson = minimize is { Value: true },
            IgnoreInvalidJson = ignoreJson is { Value: true },
            RenderToJson = render is { Value: true },
            IgnoreInvalidYaml = ignoreYaml is { Value: true },
            EncodeToBase64 = encode is { Value: true },
        };
        macros.Check(IfTrue(ignoreJson), IfTrue(ignoreYaml), diagnostics);
        return macros;
    }

    private void Check(Located<bool>? ignoreJson, Located<bool>? ignoreYaml, DiagnosticBag diagnostics)
    {
        if (Json is not null && Yaml is { } yaml)
        {
            diagnostics.Add(SsmParameterDiagnostics.JsonAndYaml(yaml.Origin));
        }

        if (ignoreJson is { } json && Json is null)
        {
            diagnostics.Add(SsmParameterDiagnostics.NothingToIgnore("IgnoreInvalidJson", "ValidateJson", json.Origin));
        }

        if (ignoreYaml is { } other && Yaml is null)
        {
            diagnostics.Add(SsmParameterDiagnostics.NothingToIgnore("IgnoreInvalidYaml", "ValidateYaml", other.Origin));
        }
    }

    private static Located<bool>? IfTrue(Located<bool>? option) => option is { Value: true } ? option : null;
}
