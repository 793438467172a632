using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Lookups;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Dynamodb;

/// <summary><c>x-dynamodb</c>: tables, how their capacity scales, and who may read or write.</summary>
public sealed class DynamodbModule : Module
{
    internal const string Scaling = "Scaling";

    public override string Key => "x-dynamodb";

    public override string Type => "AWS::DynamoDB::Table";

    public override IReadOnlyList<ModuleAttribute> Attributes { get; } =
    [
        new("TableName", null),
        new("Arn", "Arn", Alias: "TableArn") { Export = "DynamoDbTableArn" },
        new("StreamArn", "StreamArn") { Export = "TableStreamArn" },
    ];

    public override IReadOnlyList<AccessSet> Access => DynamodbAccess.Sets;

    public override IReadOnlyList<string> ExtraKeys { get; } = [Scaling];

    public override LookupSource? LookupBy { get; } = new(
        "dynamodb:table", "AWS::DynamoDB::Table",
        @"arn:aws[a-z-]*:dynamodb:(?<region>[a-z0-9-]+):(?<account>\d{12}):table/(?<id>[A-Za-z0-9_.-]+)", "${id}",
        [
            new("TableName", "${id}"),
            new("Arn", "${arn}"),
            new("StreamArn", "StreamArn", IsOptional: true),
            new("KmsKeyArn", "SSESpecification.KMSMasterKeyId", IsOptional: true),
        ]);

    public override IReadOnlyList<Offer> Offers(Declaration declaration) => TableKey.Of(declaration) is { } key ? [new EncryptionOffer(key, "dynamodb")] : [];

    public override object? Bind(Declaration declaration, DiagnosticBag diagnostics)
    {
        base.Bind(declaration, diagnostics);
        if (!declaration.IsNew)
        {
            CheckExisting(declaration, diagnostics);
            return null;
        }

        if (declaration.Properties is null)
        {
            diagnostics.Add(DynamodbDiagnostics.NoProperties(declaration.Name, declaration.Origin));
            return null;
        }

        var properties = PropertiesOf(declaration);
        var indexes = TableIndexes.Of(properties);
        TableKeys.Check(properties, indexes, diagnostics);
        TableChoices.Check(properties, indexes, diagnostics);
        TableKey.Check(properties, diagnostics);
        var scaling = ScalingReader.Read(declaration.Extra.FirstOrDefault(entry => entry.Name == Scaling), indexes, diagnostics);
        var completed = TableDefaults.Complete(TableThroughput.Complete(properties, scaling, declaration.Origin, diagnostics), declaration.Origin);
        return new TablePlan(completed, scaling?.Parts ?? []);
    }

    public override Synthesized Synthesize(Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics) => new()
    {
        Resources = declaration.Bound is TablePlan plan
            ? [MainResource(declaration, plan.Properties), .. plan.Scaled.SelectMany(part => ScalingResources.Of(declaration, part))]
            : [],
        Contributions = StreamGrants.Of(declaration, surroundings),
    };

    public override CfnValue? AttributeOf(Declaration declaration, ModuleAttribute attribute, Location origin, DiagnosticBag diagnostics)
    {
        if (attribute.Name == "StreamArn" && !StreamGrants.HasStream(declaration))
        {
            diagnostics.Add(DynamodbDiagnostics.NoStream(declaration.Name, origin));
            return null;
        }

        return declaration.Use is YamlScalar use ? ExistingTable.AttributeOf(use, attribute.Name) : base.AttributeOf(declaration, attribute, origin, diagnostics);
    }

    private static void CheckExisting(Declaration declaration, DiagnosticBag diagnostics)
    {
        foreach (var entry in declaration.Extra)
        {
            diagnostics.Add(DynamodbDiagnostics.IgnoredForExisting(entry.Name, declaration.Name, entry.Key.Location));
        }

        if (declaration.Properties is { } properties)
        {
            diagnostics.Add(DynamodbDiagnostics.IgnoredForExisting("Properties", declaration.Name, properties.Location));
        }

        if (declaration.Use is { } use and not YamlScalar)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("Use", "the name or the ARN of a table", use.Location));
        }
        else if (declaration.Use is YamlScalar table && !ExistingTable.IsTable(table.Text))
        {
            diagnostics.Add(DynamodbDiagnostics.NoTable(table.Text, table.Location));
        }
    }
}
