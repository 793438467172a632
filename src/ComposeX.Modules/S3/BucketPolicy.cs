using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.S3;

/// <summary>The one policy that a bucket has: TLS only, whoever is delivered for, and the user's own statements.</summary>
internal sealed class BucketPolicy(Declaration declaration, NewBucket bucket, DiagnosticBag diagnostics)
{
    public const string Type = "AWS::S3::BucketPolicy";

    private const string Part = "Policy";

    private static readonly Regex Own = new(@"\$\{!?(ARN|Arn)\}", RegexOptions.CultureInvariant);

    public static string LogicalId(Declaration declaration) => declaration.LogicalId(Part);

    /// <summary>The policy; null when it would be empty. It stays with the bucket.</summary>
    public SynthesizedResource? Resource(SynthesizedResource main, Surroundings surroundings)
    {
        var statements = Statements(surroundings).ToList();
        var cfn = new Cfn(declaration.Origin);
        return statements.Count == 0 ? null : new(LogicalId(declaration), Type, cfn.Map(
            ("Bucket", cfn.Ref(main.LogicalId)),
            ("PolicyDocument", cfn.Map(("Version", cfn.String("2012-10-17")), ("Statement", cfn.List(statements))))), main.Home, declaration.Origin)
        {
            DeletionPolicy = main.DeletionPolicy,
            UpdateReplacePolicy = main.UpdateReplacePolicy,
        };
    }

    private IEnumerable<CfnMap> Statements(Surroundings surroundings)
    {
        var cfn = new Cfn(declaration.Origin);
        if (bucket.Macros.IsOnlyOverTls)
        {
            yield return PrivateBucket.OnlyOverTls("OnlyOverTls", Arn(cfn), Below("*", cfn), cfn);
        }

        foreach (var (sender, delivery) in surroundings.Offers<DeliveryOffer>().Where(offer => IsThis(offer.Offer.Target)))
        {
            if (bucket.KeyArn is not null && delivery.Principal != PrivateBucket.LogDelivery && sender.Module.Key == "x-elbv2")
            {
                diagnostics.Add(S3Diagnostics.LogsWithoutKey(sender.Name, declaration.Name, delivery.Origin));
            }

            foreach (var statement in PrivateBucket.Delivery(sender.LogicalId(), delivery.Principal, Arn(cfn), Below(delivery.Path ?? "*", cfn), delivery.SourceArn, new Cfn(delivery.Origin)))
            {
                yield return statement;
            }
        }

        foreach (var (statement, index) in Written().Select((statement, index) => (statement, index)))
        {
            yield return Complete(statement, index + 1);
        }
    }

    private bool IsThis(DeclarationReference target) =>
        string.Equals(target.Key, declaration.Module.Key, StringComparison.Ordinal) && string.Equals(target.Name, declaration.Name, StringComparison.Ordinal);

    // Read as the policy's own property, so that references and functions in it are understood as anywhere.
    private IEnumerable<CfnMap> Written()
    {
        if (bucket.Macros.Statements is not { } written)
        {
            return [];
        }

        var document = new YamlMapping([Entry("PolicyDocument", new YamlMapping([Entry("Statement", written)], written.Location))], written.Location);
        var read = PropertiesReader.Read(document, Type, written.Location);
        return (((read["PolicyDocument"] as CfnMap)?["Statement"] as CfnList)?.Items ?? []).OfType<CfnMap>();

        YamlEntry Entry(string name, YamlNode value) => new(new YamlScalar(name, YamlScalarStyle.DoubleQuoted, written.Location), value);
    }

    private CfnMap Complete(CfnMap statement, int number)
    {
        var cfn = new Cfn(statement.Origin);
        var members = statement.Members.Select(member => member.Name switch
        {
            "Resource" or "NotResource" => member with { Value = Understand(member.Value) },
            "Condition" when member.Value is CfnMap operators => member with { Value = operators with { Members = [.. operators.Members.Select(Capitalised)] } },
            _ => member,
        }).ToList();
        if (statement["Sid"] is null)
        {
            members.Insert(0, new("Sid", cfn.String("UserDefined" + number.ToString(CultureInfo.InvariantCulture)), statement.Origin));
        }

        if (statement["Principal"] is null && statement["NotPrincipal"] is null)
        {
            diagnostics.Add(S3Diagnostics.NoPrincipal(statement.Origin));
            var isForbidding = statement["Effect"] is CfnString { Value: "Deny" };
            members.Add(new("Principal", isForbidding ? cfn.String("*") : cfn.Map(("AWS", cfn.Sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:root"))), statement.Origin));
        }

        return statement with { Members = members };
    }

    // Old examples have "bool", which IAM takes for Bool.
    private static CfnMember Capitalised(CfnMember written) =>
        written.Name is [>= 'a' and <= 'z' and var first, ..] ? written with { Name = char.ToUpperInvariant(first) + written.Name.Substring(1) } : written;

    private CfnValue Understand(CfnValue resource) => resource switch
    {
        CfnList list => list with { Items = [.. list.Items.Select(Understand)] },
        CfnString text => OfThis(text.Value, text),
        CfnFunction { Name: "Fn::Sub", Argument: CfnString text } sub when Own.IsMatch(text.Value) => OfThis(text.Value, sub),
        _ => resource,
    };

    // A bucket's policy is about the bucket: AWS refuses every other resource in it.
    private CfnValue OfThis(string text, CfnValue written)
    {
        var cfn = new Cfn(written.Origin);
        if (Own.IsMatch(text))
        {
            return Own.Replace(text, "") is { Length: 0 } ? Arn(cfn) : cfn.Sub(Own.Replace(text, "$${Arn}"), ("Arn", Arn(cfn)));
        }

        if (!text.StartsWith("arn:", StringComparison.Ordinal))
        {
            diagnostics.Add(S3Diagnostics.NotThisBucket(text, written.Origin));
        }

        return written;
    }

    private CfnResourceReference Arn(Cfn cfn) => cfn.GetAtt(declaration.LogicalId(), "Arn");

    private CfnFunction Below(string path, Cfn cfn) => cfn.Sub("${Arn}/" + path, ("Arn", Arn(cfn)));
}
