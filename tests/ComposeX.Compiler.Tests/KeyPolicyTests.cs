using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compiler.Rooms;
using ComposeX.Compose;
using ComposeX.Model.Building;
using ComposeX.Model.Lookups;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;
using ComposeX.Testing;
using Xunit;

namespace ComposeX.Compiler.Tests;

/// <summary>Who sends to what is encrypted with a key may use it, whatever the resources are.</summary>
public sealed class KeyPolicyTests
{
    private const string Shop = "x-boxes: {jobs: {}, letters: {}, open: {}}\nx-bells: {alarm: {}, news: {}}\n";

    [Fact]
    public void Senders_to_what_is_encrypted_are_in_the_policy_once_each_for_this_account()
    {
        var statements = Statements(Key(Shop + "x-kms: {app: {}, other: {}}", "app"));
        Assert.Equal(["AccountThroughIam", "ForBells", "ForPost"], statements.Select(statement => Compiling.Texts(statement, "Sid").Single()));
        Assert.Equal(["bells.amazonaws.com"], Compiling.Texts(statements[1], "Principal", "Service"));
        Assert.Equal(["kms:Decrypt", "kms:GenerateDataKey"], Compiling.Texts(statements[1], "Action"));
        var account = (CfnFunction)((CfnMap)((CfnMap)statements[1]["Condition"]!)["StringEquals"]!)["aws:SourceAccount"]!;
        Assert.Equal("AWS::AccountId", ((CfnString)account.Argument).Value);
        Assert.DoesNotContain(References(Key(Shop + "x-kms: {app: {}, other: {}}", "app")), reference => reference is CfnResourceReference or DeclarationReference);
    }

    [Fact]
    public void A_key_that_encrypts_nothing_lets_nobody_in() =>
        Assert.Single(Statements(Key(Shop + "x-kms: {app: {}, other: {}}", "other")));

    [Fact]
    public void A_policy_of_the_users_own_is_left_alone_and_what_it_lacks_is_said()
    {
        var diagnostics = new DiagnosticBag();
        var key = Key(Shop + "x-kms: {app: {Properties: {KeyPolicy: {Statement: {Effect: Allow, Principal: {Service: [post.amazonaws.com]}, Action: \"kms:*\", Resource: \"*\"}}}}}", "app", diagnostics);
        Assert.Equal(["post.amazonaws.com"], Compiling.Texts(key.Properties["KeyPolicy"], "Statement", "Principal", "Service"));
        Assert.Equal("CXKMS09", Assert.Single(diagnostics).Code);
        Assert.Contains("bells.amazonaws.com", diagnostics.Single().Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Who_must_be_in_the_policy_of_an_existing_key_is_said()
    {
        var diagnostics = new DiagnosticBag();
        Assert.Empty(Synthesize(Shop + "x-kms: {app: {Use: 1234abcd-12ab-34cd-56ef-1234567890ab}}", "app", diagnostics));
        Assert.Equal(["CXKMS11", "CXKMS11"], diagnostics.Select(finding => finding.Code));
    }

    [Fact]
    public void Nothing_is_encrypted_with_a_key_that_is_not_symmetric()
    {
        var diagnostics = new DiagnosticBag();
        Synthesize(Shop + "x-kms: {app: {Properties: {KeySpec: HMAC_256}}}", "app", diagnostics);
        Assert.Equal(["CXKMS16", "CXKMS16"], diagnostics.Select(finding => finding.Code));
    }

    private static IReadOnlyList<CfnMap> Statements(SynthesizedResource key) =>
        [.. ((CfnList)((CfnMap)key.Properties["KeyPolicy"]!)["Statement"]!).Items.OfType<CfnMap>()];

    private static IEnumerable<CfnValue> References(SynthesizedResource key)
    {
        var found = new List<CfnValue>();
        key.Properties.Replace(value =>
        {
            found.Add(value);
            return value;
        });
        return found;
    }

    private static SynthesizedResource Key(string compose, string name, DiagnosticBag? diagnostics = null) => Synthesize(compose, name, diagnostics ?? new()).Single();

    private static IReadOnlyList<SynthesizedResource> Synthesize(string compose, string name, DiagnosticBag diagnostics)
    {
        var request = new ComposeLoadRequest
        {
            Files = ["/shop/docker-compose.yml"],
            ProjectDirectory = "/shop",
            SourceFiles = new MemoryFiles(("/shop/docker-compose.yml", compose)),
        };
        IReadOnlyList<Module> modules = [new Boxes(), new Bells(), .. ModuleCatalogue.Modules.Where(module => module.Key == "x-kms")];
        var application = ApplicationBuilder.Build(ComposeLoader.Load(request, diagnostics)!, modules, new("shop", [], LookupLock.Empty), diagnostics);
        var key = application.Surroundings.FindDeclaration("x-kms", name)!;
        return key.Module.Synthesize(key, application.Surroundings, diagnostics).Resources;
    }

    /// <summary>Something to send to; all but <c>open</c> are encrypted.</summary>
    private sealed class Boxes : Module
    {
        public override string Key => "x-boxes";

        public override string Type => "AWS::SQS::Queue";

        public override IReadOnlyList<Offer> Offers(Declaration declaration) => declaration.Name == "open" ? [] :
        [
            new EncryptionOffer(new DeclarationReference("x-kms", "app", "Arn", declaration.Origin), "boxes"),
        ];
    }

    /// <summary>Senders: one to an encrypted box and to the open one, one to both that are encrypted.</summary>
    private sealed class Bells : Module
    {
        public override string Key => "x-bells";

        public override string Type => "AWS::SNS::Topic";

        public override IReadOnlyList<Offer> Offers(Declaration declaration) => declaration.Name == "alarm"
            ? [To("jobs", "post", declaration), To("open", "nobody", declaration)]
            : [To("jobs", "bells", declaration), To("letters", "bells", declaration)];

        private static DeliveryOffer To(string box, string service, Declaration declaration) =>
            new(new("x-boxes", box, "Arn", declaration.Origin), $"{service}.amazonaws.com", new CfnResourceReference("Sender", "Arn", declaration.Origin), declaration.Origin);
    }
}
