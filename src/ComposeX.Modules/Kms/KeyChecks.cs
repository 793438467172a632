using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Kms;

/// <summary>What KMS refuses and its published schema does not say.</summary>
internal static class KeyChecks
{
    public static void Check(CfnMap properties, DiagnosticBag diagnostics)
    {
        if (!KeySpecs.Rotates(properties))
        {
            foreach (var name in new[] { "EnableKeyRotation", "RotationPeriodInDays" })
            {
                if (properties[name] is { } value and not CfnBoolean { Value: false })
                {
                    diagnostics.Add(KmsDiagnostics.CannotRotate(name, value.Origin));
                }
            }
        }
        else if (properties["RotationPeriodInDays"] is { } period && properties["EnableKeyRotation"] is CfnBoolean { Value: false })
        {
            diagnostics.Add(KmsDiagnostics.PeriodWithoutRotation(period.Origin));
        }

        var usages = KeySpecs.UsagesOf(properties);
        var spec = (properties["KeySpec"] as CfnString)?.Value ?? "SYMMETRIC_DEFAULT";
        if (properties["KeyUsage"] is CfnString usage && usages.Count > 0 && !usages.Contains(usage.Value))
        {
            diagnostics.Add(KmsDiagnostics.WrongUsage(usage.Value, spec, usages, usage.Origin));
        }
        else if (properties["KeyUsage"] is null && usages.Count > 1)
        {
            diagnostics.Add(KmsDiagnostics.NoUsage(spec, usages, properties["KeySpec"]!.Origin));
        }
    }

    /// <summary>Whether services may do something with the key that it does not do.</summary>
    public static void CheckAccess(Declaration declaration, CfnMap properties, DiagnosticBag diagnostics)
    {
        if (!declaration.IsNew || UsageOf(properties) is not { } usage)
        {
            return;
        }

        foreach (var access in declaration.Services.SelectMany(use => use.Access).Where(choice => declaration.Module.SetsOf(choice).Count > 0))
        {
            if (KmsAccess.UsageOf(access.Name.Value) is var wanted && wanted != usage)
            {
                diagnostics.Add(KmsDiagnostics.AccessOfOtherUsage(access.Name.Value, wanted, usage, access.Name.Origin));
            }
        }
    }

    /// <summary>Whether something is encrypted with a key that AWS's services do not encrypt with.</summary>
    public static void CheckEncryption(Declaration declaration, CfnMap properties, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        if (KeySpecs.IsSymmetric(properties))
        {
            return;
        }

        var purposes = KeyUsers.EncryptedWith(declaration, surroundings).Select(pair => (Text: $"encrypt \"{pair.Declaration.Name}\" of {pair.Declaration.Module.Key}", pair.Offer.KeyArn.Origin))
            .Concat(KeyUsers.Encrypters(declaration, surroundings).Select(user => (Text: user.Purpose, user.Origin)));
        foreach (var purpose in purposes)
        {
            diagnostics.Add(KmsDiagnostics.NotSymmetric(declaration.Name, purpose.Text, purpose.Origin));
        }
    }

    private static string? UsageOf(CfnMap properties) => properties["KeyUsage"] switch
    {
        CfnString usage => usage.Value,
        null when KeySpecs.UsagesOf(properties) is [var only] => only,
        _ => null,
    };
}
