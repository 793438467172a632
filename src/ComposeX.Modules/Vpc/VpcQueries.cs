using System.Collections.Generic;
using System.Linq;
using ComposeX.Model.Lookups;
using ComposeX.Syntax;

namespace ComposeX.Modules.Vpc;

/// <summary>What is asked of AWS for a VPC that is looked up: the VPC, and its subnets set by set.</summary>
internal static class VpcQueries
{
    private const string VpcId = "VpcId";
    private const string RoleArn = "RoleArn";

    private static readonly LookupSource Vpc = new(
        "ec2:vpc", "AWS::EC2::VPC", LookupSources.Arn("ec2", "vpc/(?<id>vpc-[0-9a-z]+)"), "${id}", [new(VpcId, "VpcId"), new("VpcCidr", "CidrBlock")]);

    public static IReadOnlyList<LookupQuery> Of(YamlMapping lookup) =>
    [
        .. lookup.Entry(VpcId) is { } vpc ? [new LookupQuery(Vpc, By(vpc)) { RoleArn = lookup[RoleArn] }] : System.Array.Empty<LookupQuery>(),
        .. ExistingVpc.SetsIn(lookup, [VpcId, RoleArn]).Select(set => new LookupQuery(Subnets(set.Name), By(set)) { RoleArn = lookup[RoleArn], ListAs = set.Name, Where = (VpcId, VpcId) }),
    ];

    private static LookupSource Subnets(string set) =>
        new("ec2:subnet", "AWS::EC2::Subnet", LookupSources.Arn("ec2", "subnet/(?<id>subnet-[0-9a-z]+)"), "${id}", [new(set, "SubnetId")]);

    // An id, an ARN or a list of ids stands for itself.
    private static YamlMapping By(YamlEntry entry) => entry.Value switch
    {
        YamlMapping mapping => mapping,
        YamlScalar { Text: var text } scalar => Mapping(text.StartsWith("arn:", System.StringComparison.Ordinal) ? "Arn" : "Identifier",
            text.IndexOf(',') < 0 ? scalar : new YamlSequence([.. text.Split(',').Select(id => scalar with { Text = id.Trim() })], scalar.Location)),
        var list => Mapping("Identifier", list),
    };

    private static YamlMapping Mapping(string key, YamlNode value) => new([new YamlEntry(new YamlScalar(key, YamlScalarStyle.Plain, value.Location), value)], value.Location);
}
