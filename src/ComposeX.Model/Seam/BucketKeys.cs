using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Synthesis;

namespace ComposeX.Model.Seam;

/// <summary>The keys that a family needs for what it writes to buckets of the file without being among their <c>Services</c>: logs, sessions.</summary>
public static class BucketKeys
{
    // What is uploaded in parts is read again by S3 when they are put together.
    private static readonly IReadOnlyList<string> Actions = ["kms:Decrypt", "kms:GenerateDataKey"];

    /// <summary>The contributions, and behind them the use of keys that they need.</summary>
    public static IEnumerable<Contribution> With(IReadOnlyList<Contribution> contributions, Surroundings surroundings) => contributions.Concat(
        from grant in contributions.OfType<GrantStatement>()
        where grant.Actions.Contains("s3:PutObject", StringComparer.Ordinal)
        from bucket in grant.Resources.SelectMany(References)
        let declaration = surroundings.FindDeclaration(bucket.Key, bucket.Name)
        where declaration is not null
        from key in declaration.Module.Offers(declaration).OfType<EncryptionOffer>()
        select key.GrantTo(grant.Family, Actions, grant.Origin));

    private static IReadOnlyList<DeclarationReference> References(CfnValue value)
    {
        var found = new List<DeclarationReference>();
        value.Replace(part =>
        {
            if (part is DeclarationReference reference)
            {
                found.Add(reference);
            }

            return part;
        });
        return found;
    }
}
