using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Dynamodb;

/// <summary>A table with a stream: who may read the table may read what changes in it. Without a stream nobody gets anything for one.</summary>
internal static class StreamGrants
{
    // The Kinesis Client Library keeps leases in a table and reads another one's stream.
    private static readonly string[] Readers = ["RO", "RW", "PowerUser"];

    public static bool HasStream(Declaration declaration) =>
        declaration.IsNew ? declaration.Properties?["StreamSpecification"] is not null : declaration.Found?.Attributes.ContainsKey("StreamArn") == true;

    public static IReadOnlyList<Contribution> Of(Declaration declaration, Surroundings surroundings) => !HasStream(declaration) ? [] :
    [
        .. from link in surroundings.LinksTo(declaration)
           from choice in link.Use.Access
           where choice.Dimension is null && Readers.Contains(choice.Name.Value, StringComparer.Ordinal)
           let cfn = new Cfn(choice.Name.Origin)
           let arn = new DeclarationReference(declaration.Module.Key, declaration.Name, "Arn", cfn.Origin)
           select new GrantStatement(
               link.Family, declaration.Module.Topic(), choice.Name.Value + "Stream", DynamodbAccess.ReadStream, [cfn.Sub("${Arn}/stream/*", ("Arn", arn))], cfn.Origin),
    ];
}
