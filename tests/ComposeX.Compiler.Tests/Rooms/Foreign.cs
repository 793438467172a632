using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Lookups;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Tests.Rooms;

// Modules as others would write them, good ones and bad ones.

internal sealed class MailModule : Module
{
    public override string Key => "x-mail";

    public override string Type => "AWS::SES::EmailIdentity";

    public override IReadOnlyList<ModuleAttribute> Attributes { get; } = [new("Sender", null)];

    public override object? Bind(Declaration declaration, DiagnosticBag diagnostics)
    {
        diagnostics.Add(Diagnostic.Warning("CXMAIL01", declaration.Origin, "Bound."));
        return declaration.Name switch
        {
            "bad" => throw new FormatException("Not\na number"),
            "older" => throw new MissingMethodException("Method not found: \"Declaration.Gone\"."),
            _ => base.Bind(declaration, diagnostics),
        };
    }

    public override Synthesized Synthesize(Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics) =>
        declaration.Name == "late" ? throw new InvalidOperationException("Too late.") : base.Synthesize(declaration, surroundings, diagnostics);

    public override CfnValue? AttributeOf(Declaration declaration, ModuleAttribute attribute, Location origin, DiagnosticBag diagnostics) =>
        declaration.Name == "blank" ? throw new NotSupportedException() : base.AttributeOf(declaration, attribute, origin, diagnostics);

    public override IReadOnlyList<Offer> Offers(Declaration declaration) => declaration.Name == "miser" ? throw new NotSupportedException("I offer nothing.") : [];
}

internal sealed class Tone : ServiceModule
{
    public override IReadOnlyList<string> Keys => ["x-tone"];

    public override Synthesized Synthesize(Family family, Surroundings surroundings, DiagnosticBag diagnostics) =>
        (family.Services[0].Key("x-tone")?.Value as YamlScalar)?.Text switch
        {
            null => new Synthesized(),
            "shrill" => throw new ArgumentException("My ears."),
            var tone => new Synthesized { Contributions = [new SetVariable(family, [family.Services[0].Name], "TONE", new CfnString(tone, family.Origin), family.Origin)] },
        };
}

internal sealed class Choir : ServiceModule
{
    public override IReadOnlyList<string> Keys => ["x-choir"];

    public override Synthesized Synthesize(Family family, Surroundings surroundings, DiagnosticBag diagnostics) => new();

    public override Synthesized SynthesizeAll(Surroundings surroundings, DiagnosticBag diagnostics) =>
        surroundings.Families.Any(family => family.Services[0].Key("x-choir") is not null) ? throw new ArgumentException("Out of tune.") : new();
}

internal sealed class RelayModule : Module
{
    public override string Key => "x-relay";

    public override string Type => "AWS::SES::EmailIdentity";

    public override LookupSource LookupBy { get; } = Source(LookupSources.Arn("ses", "identity/(?<id>.+)"));

    public override IReadOnlyList<LookupQuery> QueriesOf(Declaration declaration) => declaration.Name switch
    {
        "bad" => throw new FormatException("Not found"),
        "older" => throw new MissingMethodException("Method not found: \"LookupSource.Gone\"."),
        "torn" => [new(Source("identity/("), (YamlMapping)declaration.Lookup!)],
        _ => base.QueriesOf(declaration),
    };

    public static LookupSource Source(string pattern) => new("ses:identity", "AWS::SES::EmailIdentity", pattern, "${id}", [new("Sender", "EmailIdentity")]);
}

internal sealed class Echo : ServiceModule
{
    public override IReadOnlyList<string> Keys => ["x-echo"];

    public override IReadOnlyList<LookupRequest> LookupsOf(ComposeProject project) =>
    [
        .. project.Services.Select(service => service.Key("x-echo")?.Value).OfType<YamlNode>()
            .Select(node => node is YamlMapping ? LookupRequest.Of("x-echo", "echo", node, RelayModule.Source("identity")) : throw new ArgumentException("What?")),
    ];

    public override Synthesized Synthesize(Family family, Surroundings surroundings, DiagnosticBag diagnostics) => new();
}

internal sealed class Brokers : Module
{
    public override string Key => "x-brokers";

    public override string Type => "AWS::AmazonMQ::Broker";

    public override IReadOnlyList<ModuleAttribute> Attributes { get; } = [new("Endpoint", null)];

    public override CfnValue? AttributeOf(Declaration declaration, ModuleAttribute attribute, Location origin, DiagnosticBag diagnostics)
    {
        var cfn = new Cfn(origin);
        return cfn.Function("Fn::Select", cfn.List(cfn.Number(0), cfn.GetAtt(declaration.LogicalId(), "AmqpEndpoints")));
    }
}

internal sealed class QueuesAgain : Module
{
    public override string Key => "x-sqs";

    public override string Type => "AWS::SQS::Queue";
}

internal sealed class MailAgain : Module
{
    public override string Key => "x-post";

    public override IReadOnlyList<string> OtherKeys => ["x-mail"];

    public override string Type => "AWS::SES::EmailIdentity";
}

internal sealed class Unmarked : Module
{
    public override string Key => "mail";

    public override string Type => "AWS::SES::EmailIdentity";
}

internal sealed class UnmarkedKey : ServiceModule
{
    public override IReadOnlyList<string> Keys => ["X-Tone"];

    public override Synthesized Synthesize(Family family, Surroundings surroundings, DiagnosticBag diagnostics) => new();
}

internal sealed class Greedy(string wanted) : Module
{
    public override string Key => wanted;

    public override string Type => wanted;
}

internal sealed class Explosive : Module
{
    public Explosive() => throw new InvalidOperationException("No licence");

    public override string Key => "x-tnt";

    public override string Type => "AWS::SQS::Queue";
}

internal sealed class Silent : Module
{
    public override string Key => throw new NotSupportedException("I do not say.");

    public override string Type => "AWS::SQS::Queue";
}

internal sealed class Older : Module
{
    public Older() => throw new TypeLoadException("Could not load type 'ComposeX.Model.Seam.Gone'.");

    public override string Key => "x-older";

    public override string Type => "AWS::SQS::Queue";
}

internal sealed class Ground : EnvironmentModule
{
    public override string Key => "x-ground";

    public override string Type => "AWS::ResourceGroups::Group";

    public override Synthesized Synthesize(Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics) =>
        Synthesized.Of(MainResource(declaration, PropertiesOf(declaration).With("Name", new CfnString("ground", declaration.Origin))));
}
