using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Efs;

/// <summary>A file system that this deployment makes.</summary>
/// <param name="Properties">As written, with the defaults filled in.</param>
/// <param name="CreateMode">The permissions of the directories that volumes see.</param>
internal sealed record NewFileSystem(CfnMap Properties, Located<string>? SubnetSet, string CreateMode)
{
    public const string DefaultMode = "0775";

    private const string Policy = "FileSystemPolicy";
    private const string Key = "KmsKeyId";

    private static readonly Regex Mode = new("^[0-7]{3,4}$", RegexOptions.CultureInvariant);

    public static NewFileSystem Read(Declaration declaration, CfnMap properties, DiagnosticBag diagnostics)
    {
        var macros = MappingReader.Of(declaration.MacroParameters, diagnostics);
        var settings = MappingReader.Of(declaration.Settings, diagnostics);
        var enforced = macros.Boolean("EnforceIamAuth");
        var mode = macros.Text("RootDirectoryCreateMode");
        var subnets = settings.Text("Subnets");
        macros.RejectOthers("MacroParameters of x-efs");
        settings.RejectOthers("Settings of x-efs");
        if (mode is { } text && !Mode.IsMatch(text.Value))
        {
            diagnostics.Add(EfsDiagnostics.NoMode(text.Value, text.Origin));
        }

        if (properties[Key] is DeclarationReference key)
        {
            properties = properties.With(Key, key with { Attribute = "Arn" });
            if (key.Key != "x-kms")
            {
                diagnostics.Add(EfsDiagnostics.NoKey($"{key.Key}::{key.Name}", key.Origin));
            }
        }

        properties = SharedFileSystem.WithDefaults(properties, declaration.Name, new Cfn(declaration.Origin));
        return new(
            properties[Policy] is null && enforced is not { Value: false } ? properties.With(Policy, OnlyOverTls(new Cfn(enforced?.Origin ?? declaration.Origin))) : properties,
            subnets,
            mode?.Value.PadLeft(4, '0') ?? DefaultMode);
    }

    public FileSystemOffer Offer(Declaration declaration) => new(declaration, SubnetSet, CreateMode) { GroupId = new NetworkResource(declaration, SubnetSet).GroupId };

    // A file system without a policy lets in whoever reaches it. One whose policy allows nobody leaves that to the policies of roles.
    private static CfnMap OnlyOverTls(Cfn cfn) => cfn.Map(
        ("Version", cfn.String("2012-10-17")),
        ("Statement", cfn.List(cfn.Map(
            ("Sid", cfn.String("OnlyOverTls")),
            ("Effect", cfn.String("Deny")),
            ("Principal", cfn.Map(("AWS", cfn.String("*")))),
            ("Action", cfn.String("*")),
            ("Condition", cfn.Map(("Bool", cfn.Map(("aws:SecureTransport", cfn.String("false"))))))))));
}
