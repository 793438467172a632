using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.S3;

/// <summary>What <c>MacroParameters</c> say, and the <c>Settings</c> that they were in 2020.</summary>
internal sealed record BucketMacros
{
    private const string Encryption = "EnableEncryption";
    private const string Acceleration = "EnableAcceleration";

    public bool ExpandsAccount { get; init; }

    public bool ExpandsRegion { get; init; }

    public string Separator { get; init; } = "-";

    /// <summary>Where one of them was asked for.</summary>
    public Location? ExpandedBy { get; init; }

    /// <summary>Whether KMS is asked to encrypt, with AWS's own key.</summary>
    public Located<string>? Algorithm { get; init; }

    public Located<bool>? Accelerates { get; init; }

    public Located<string>? DeletionPolicy { get; init; }

    /// <summary>Whether nobody gets in without TLS.</summary>
    public bool IsOnlyOverTls { get; init; } = true;

    /// <summary>Statements of the user's for the bucket's policy.</summary>
    public YamlSequence? Statements { get; init; }

    public static BucketMacros Read(Declaration declaration, DiagnosticBag diagnostics)
    {
        var macros = MappingReader.Of(declaration.MacroParameters, diagnostics);
        var settings = MappingReader.Of(declaration.Settings, diagnostics);
        foreach (var (name, today) in Older)
        {
            if (declaration.Settings?.Entry(name) is { } old)
            {
                diagnostics.Add(ModelDiagnostics.OlderSpelling($"Settings.{name}", today, old.Key.Location));
            }
        }

        var account = macros.Boolean("ExpandAccountIdToBucket") ?? settings.Boolean("ExpandAccountIdToBucket");
        var region = macros.Boolean("ExpandRegionToBucket") ?? settings.Boolean("ExpandRegionToBucket");
        var read = new BucketMacros
        {
            ExpandsAccount = account is { Value: true },
            ExpandsRegion = region is { Value: true },
            ExpandedBy = account is { Value: true } first ? first.Origin : region is { Value: true } second ? second.Origin : null,
            Separator = (macros.Text("NameSeparator") ?? settings.Text("NameSeparator"))?.Value ?? "-",
            Algorithm = ReadAlgorithm(settings.Text(Encryption), diagnostics),
            Accelerates = settings.Boolean(Acceleration),
            DeletionPolicy = settings.Text("DeletionPolicy"),
        };
        read = ReadPolicy(read, macros.Mapping("BucketPolicy"), diagnostics);
        macros.RejectOthers("MacroParameters of x-s3");
        settings.RejectOthers("Settings of x-s3");
        return read;
    }

    private static readonly (string Name, string Today)[] Older =
    [
        ("ExpandAccountIdToBucket", "it under MacroParameters"),
        ("ExpandRegionToBucket", "it under MacroParameters"),
        ("NameSeparator", "it under MacroParameters"),
        (Encryption, "BucketEncryption under Properties"),
        (Acceleration, "AccelerateConfiguration under Properties"),
        ("DeletionPolicy", "it beside Properties"),
    ];

    private static Located<string>? ReadAlgorithm(Located<string>? written, DiagnosticBag diagnostics)
    {
        if (written is { } text && text.Value is not ("AES256" or "aws:kms") && !bool.TryParse(text.Value, out _))
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(Encryption, "AES256 or aws:kms", text.Origin));
        }

        return written is { Value: "aws:kms" } ? written : null;
    }

    // An empty list is the user's word that nothing predefined is wanted.
    private static BucketMacros ReadPolicy(BucketMacros macros, YamlMapping? policy, DiagnosticBag diagnostics)
    {
        const string OnlyOverTls = "enforceSecureConnection";
        var reader = MappingReader.Of(policy, diagnostics);
        var predefined = reader.Node("PredefinedBucketPolicies") is null ? null : reader.Texts("PredefinedBucketPolicies");
        var statements = reader.Sequence("Statement", "Policies");
        reader.RejectOthers("BucketPolicy");
        foreach (var unknown in (predefined ?? []).Where(name => name.Value != OnlyOverTls))
        {
            diagnostics.Add(S3Diagnostics.UnknownPolicy(unknown.Value, [OnlyOverTls], unknown.Origin));
        }

        return macros with { IsOnlyOverTls = predefined is null || predefined.Count > 0, Statements = statements };
    }
}
