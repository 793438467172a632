using System;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Kms;

/// <summary>A key's alias, as the user wrote it: whole (<c>alias/orders</c>), or a name that goes below the stack's.</summary>
internal sealed record KeyAlias(Located<string> Text)
{
    private const string Prefix = "alias/";

    private static readonly Regex OfAws = new("^(alias/)?aws(/|$)", RegexOptions.CultureInvariant);

    // What CloudFormation fills in is for AWS to judge.
    private static readonly Regex Pattern = new(@"^([A-Za-z0-9/_-]|\$\{AWS::[A-Za-z]+\})+$", RegexOptions.CultureInvariant);

    /// <summary>Reads <c>MacroParameters</c> and <c>Settings</c>, in which there is nothing but the alias.</summary>
    public static KeyAlias? Read(Declaration declaration, DiagnosticBag diagnostics)
    {
        var macros = MappingReader.Of(declaration.MacroParameters, diagnostics);
        var settings = MappingReader.Of(declaration.Settings, diagnostics);
        var older = settings.Text("Alias");
        var text = macros.Text("Alias") ?? older;
        macros.RejectOthers();
        settings.RejectOthers();
        if (older is { } old)
        {
            diagnostics.Add(ModelDiagnostics.OlderSpelling("Settings.Alias", "\"Alias\" under \"MacroParameters\"", old.Origin));
        }

        if (text is not { } alias)
        {
            return null;
        }

        if (older is { } other && !string.Equals(other.Value, alias.Value, StringComparison.Ordinal))
        {
            diagnostics.Add(KmsDiagnostics.TwoAliases(alias.Value, other.Value, other.Origin));
        }

        return Check(declaration, alias, diagnostics) ? new(alias) : null;
    }

    public SynthesizedResource Resource(Declaration declaration)
    {
        var cfn = new Cfn(Text.Origin);
        return new(declaration.LogicalId("Alias"), "AWS::KMS::Alias", cfn.Map(
            ("AliasName", Name(cfn)),
            ("TargetKeyId", cfn.Ref(declaration.LogicalId()))), Home.OfKey(declaration.Module.Key), Text.Origin);
    }

    private CfnValue Name(Cfn cfn) => Text.Value.StartsWith(Prefix, StringComparison.Ordinal)
        ? PropertiesReader.ReadText(Text.Value, Text.Origin)
        : cfn.Sub(Prefix + "${StackRoot}/" + Text.Value, ("StackRoot", cfn.RootStackName()));

    private static bool Check(Declaration declaration, Located<string> alias, DiagnosticBag diagnostics)
    {
        var fault = OfAws.IsMatch(alias.Value) ? KmsDiagnostics.AliasOfAws(alias.Value, alias.Origin)
            : !Pattern.IsMatch(alias.Value) || alias.Value == Prefix ? KmsDiagnostics.BadAlias(alias.Value, alias.Origin)
            : !declaration.IsNew ? KmsDiagnostics.AliasOfExisting(alias.Value, declaration.Name, alias.Origin)
            : null;
        if (fault is not null)
        {
            diagnostics.Add(fault);
        }

        return fault is null;
    }
}
