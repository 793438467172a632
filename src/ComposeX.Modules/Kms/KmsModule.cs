using System;
using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Lookups;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Kms;

/// <summary><c>x-kms</c>: keys, their aliases, and who may use them: services, and AWS on behalf of what they encrypt.</summary>
public sealed class KmsModule : Module
{
    internal const string AliasName = "KmsKeyAliasName";

    public override string Key => "x-kms";

    public override string Type => "AWS::KMS::Key";

    public override IReadOnlyList<ModuleAttribute> Attributes { get; } =
    [
        new("KeyId", null, Alias: "KmsKeyId") { Export = "KmsKeyId" },
        new("Arn", "Arn", Alias: "KmsKeyArn") { Export = "KmsKeyArn" },
        new(AliasName, null),
    ];

    public override IReadOnlyList<AccessSet> Access => KmsAccess.Sets;

    // An alias leads to a key and is none: what is looked up is the key.
    public override LookupSource LookupBy { get; } = new(
        "kms:key", "AWS::KMS::Key", "^arn:(?<partition>[a-z-]+):kms:(?<region>[a-z0-9-]+):(?<account>[0-9]{12}):key/(?<id>[A-Za-z0-9-]+)$", "${id}",
        [new("KeyId", "${id}"), new("Arn", "${arn}")]);

    // AWS does not say that a key holds data; without it, what it encrypted is lost.
    protected override string DefaultDeletionPolicy => "RetainExceptOnCreate";

    public override object? Bind(Declaration declaration, DiagnosticBag diagnostics)
    {
        var properties = PropertiesOf(declaration);
        ExistingKey.Check(declaration.Use, diagnostics);
        KeyChecks.Check(properties, diagnostics);
        KeyChecks.CheckAccess(declaration, properties, diagnostics);
        return KeyAlias.Read(declaration, diagnostics);
    }

    public override Synthesized Synthesize(Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var users = KeyUsers.Of(declaration, surroundings);
        if (!declaration.IsNew)
        {
            foreach (var user in users)
            {
                diagnostics.Add(KmsDiagnostics.PolicyElsewhere(declaration.Name, user, user.Origin));
            }

            return new Synthesized();
        }

        var properties = NewKey.Complete(declaration, PropertiesOf(declaration), users);
        if (properties["KeyPolicy"] is CfnMap own && declaration.Properties?["KeyPolicy"] is not null)
        {
            OwnPolicy.Check(declaration, own, users, diagnostics);
        }

        KeyChecks.CheckEncryption(declaration, properties, surroundings, diagnostics);
        var key = MainResource(declaration, properties);
        return declaration.Bound is KeyAlias alias ? Synthesized.Of(key, alias.Resource(declaration)) : Synthesized.Of(key);
    }

    public override CfnValue? AttributeOf(Declaration declaration, ModuleAttribute attribute, Location origin, DiagnosticBag diagnostics)
    {
        if (declaration.Use is YamlScalar existing)
        {
            return ExistingKey.AttributeOf(existing.Text, attribute.Name, origin, diagnostics);
        }

        if (!declaration.IsNew || !string.Equals(attribute.Name, AliasName, StringComparison.Ordinal))
        {
            return base.AttributeOf(declaration, attribute, origin, diagnostics);
        }

        if (declaration.Bound is KeyAlias)
        {
            return new Cfn(origin).Ref(declaration.LogicalId("Alias"));
        }

        diagnostics.Add(KmsDiagnostics.NoAlias(declaration.Name, origin));
        return null;
    }
}
