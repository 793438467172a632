using System;
using System.Linq;
using System.Text;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.SsmParameter;

/// <summary>A parameter's value: a text that is known when building is checked and rewritten, anything else is left to CloudFormation.</summary>
internal static class ParameterValue
{
    private const int Standard = 4096;
    private const int Advanced = 8192;

    /// <summary>The value; null, and a finding, when there is none.</summary>
    public static CfnValue? Of(Declaration declaration, CfnMap properties, ParameterMacros macros, ProjectFiles? files, DiagnosticBag diagnostics)
    {
        switch (properties["Value"])
        {
            case CfnString text:
                CheckSecret(declaration, properties, text, diagnostics);
                return Finished(properties, text.Value, new(text.Origin.File, text.Value), macros, text.Origin, diagnostics);
            case { } value:
                if ((macros.Json ?? macros.Yaml) is { } option)
                {
                    diagnostics.Add(SsmParameterDiagnostics.NotKnownYet(option.Origin));
                }

                return macros.EncodeToBase64 ? new Cfn(value.Origin).Function("Fn::Base64", value) : value;
        }

        var path = macros.FromFile!.Value;
        if (files?.Read(path.Value) is not { } file)
        {
            diagnostics.Add(SsmParameterDiagnostics.NoFile(path.Value, path.Origin));
            return null;
        }

        // The same on every machine, whatever ends its lines.
        var read = file with { Text = file.Text.TrimStart('\uFEFF').Replace("\r\n", "\n") };
        CheckSecret(declaration, properties, new(read.Text, path.Origin), diagnostics);
        return Finished(properties, path.Value, read, macros, path.Origin, diagnostics);
    }

    private static CfnValue? Finished(CfnMap properties, string source, SourceFile file, ParameterMacros macros, Location origin, DiagnosticBag diagnostics)
    {
        if (ParameterText.Render(source, file, macros, origin, diagnostics) is not { } text)
        {
            return null;
        }

        var most = properties["Tier"] is null or CfnString { Value: "Standard" } ? Standard : Advanced;
        var length = macros.EncodeToBase64 ? (Encoding.UTF8.GetByteCount(text) + 2) / 3 * 4 : text.Length;
        if (text.Trim().Length == 0)
        {
            diagnostics.Add(SsmParameterDiagnostics.Empty(origin));
        }
        else if (length > most)
        {
            diagnostics.Add(SsmParameterDiagnostics.TooLong(length, most, most == Standard && length <= Advanced, origin));
        }

        if (!macros.EncodeToBase64 && text.IndexOf("{{", StringComparison.Ordinal) is >= 0 and var at && text.IndexOf("}}", at, StringComparison.Ordinal) > 0 && !text.Contains("{{resolve:"))
        {
            diagnostics.Add(SsmParameterDiagnostics.DoubleBraces(origin));
        }

        var cfn = new Cfn(origin);
        return macros.EncodeToBase64 ? cfn.Function("Fn::Base64", cfn.String(text)) : cfn.String(text);
    }

    private static void CheckSecret(Declaration declaration, CfnMap properties, CfnString text, DiagnosticBag diagnostics)
    {
        var names = new[] { declaration.Name, (properties["Name"] as CfnString)?.Value };
        if (names.OfType<string>().Any(name => PlainSecret.Is(name.Replace('-', '_'), text.Value)) || text.Value.Contains("{{resolve:secretsmanager:") || text.Value.Contains("{{resolve:ssm-secure:"))
        {
            diagnostics.Add(SsmParameterDiagnostics.SecretInPlainText(declaration.Name, text.Origin));
        }
    }
}
