using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Lookups;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Modules.Sns;
using ComposeX.Modules.Sqs;
using ComposeX.Syntax;
using Xunit;

namespace ComposeX.Compiler.Tests;

/// <summary>Queues and topics let in whoever says that it delivers, whatever module it is of.</summary>
public sealed class ReceiverTests
{
    private static readonly Location s_here = Location.OfFile("/shop/docker-compose.yml");
    private static readonly CfnString s_bucket = new("arn:aws:s3:::shop-files", s_here);

    [Theory, InlineData("x-sqs"), InlineData("x-sns")]
    public void A_bucket_is_let_in_by_its_name_and_account(string receiver)
    {
        var condition = ConditionOf(receiver, new Sender("s3.amazonaws.com", s_bucket));
        Assert.Equal(["arn:aws:s3:::shop-files"], Compiling.Texts(condition, "ArnLike", "aws:SourceArn"));
        Assert.NotNull((condition?["StringEquals"] as CfnMap)?["aws:SourceAccount"]);
    }

    [Theory, InlineData("x-sqs"), InlineData("x-sns")]
    public void A_sender_that_is_in_an_account_is_let_in_by_its_name(string receiver)
    {
        var condition = ConditionOf(receiver, new Sender("events.amazonaws.com", new Cfn(s_here).Sub("arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/shop-*")));
        Assert.Equal(["ArnLike"], condition?.Members.Select(member => member.Name));
    }

    [Theory, InlineData("x-sqs"), InlineData("x-sns")]
    public void A_sender_without_a_name_is_let_in_by_its_account(string receiver)
    {
        var condition = ConditionOf(receiver, new Sender("s3.amazonaws.com", s_bucket, null));
        Assert.Equal(["StringEquals"], condition?.Members.Select(member => member.Name));
    }

    [Theory, InlineData("x-sqs", "CXSQS15"), InlineData("x-sns", "CXSNS21")]
    public void What_exists_already_keeps_its_policy(string receiver, string note)
    {
        var diagnostics = new DiagnosticBag();
        var made = Synthesize(Target(receiver) with { Use = new YamlScalar("inbox", YamlScalarStyle.Plain, s_here) }, new Sender("s3.amazonaws.com", s_bucket), diagnostics);
        Assert.Empty(made.Resources);
        Assert.Equal([note], diagnostics.Select(found => found.Code));
    }

    private static CfnMap? ConditionOf(string receiver, Sender sender)
    {
        var diagnostics = new DiagnosticBag();
        var policy = Synthesize(Target(receiver), sender, diagnostics).Resources.Single(resource => resource.Home == Home.PoliciesOf(receiver));
        Assert.Empty(diagnostics);
        return ((policy.Properties["PolicyDocument"] as CfnMap)?["Statement"] as CfnList)?.Items.OfType<CfnMap>()
            .Single(statement => statement["Principal"] is CfnMap { } principal && principal["Service"] is not null)["Condition"] as CfnMap;
    }

    private static Declaration Target(string key) => new(key == "x-sqs" ? new SqsModule() : new SnsModule(), "inbox", s_here);

    private static Synthesized Synthesize(Declaration target, Sender sender, DiagnosticBag diagnostics)
    {
        var bound = target with { Bound = target.Module.Bind(target, diagnostics) };
        var surroundings = new Surroundings(
            new ComposeProject("shop", new YamlMapping([], s_here)), [], [bound, new Declaration(sender, "files", s_here)], [], LookupLock.Empty, null, null);
        return bound.Module.Synthesize(bound, surroundings, diagnostics);
    }

    // Delivers to whatever is called inbox.
    private sealed class Sender(string principal, params CfnValue?[] sources) : Module
    {
        public override string Key => "x-sender";

        public override string Type => "AWS::S3::Bucket";

        public override IReadOnlyList<Offer> Offers(Declaration declaration) =>
        [
            .. from key in new[] { "x-sqs", "x-sns" }
               from source in sources
               select new DeliveryOffer(new DeclarationReference(key, "inbox", null, s_here), principal, source, s_here),
        ];
    }
}
