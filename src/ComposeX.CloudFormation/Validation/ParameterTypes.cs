using System;
using System.Collections.Generic;
using System.Linq;

namespace ComposeX.CloudFormation.Validation;

/// <summary>The types that a template's parameters can have.</summary>
internal static class ParameterTypes
{
    private static readonly IReadOnlyList<string> s_aws =
    [
        "AWS::EC2::AvailabilityZone::Name",
        "AWS::EC2::Image::Id",
        "AWS::EC2::Instance::Id",
        "AWS::EC2::KeyPair::KeyName",
        "AWS::EC2::SecurityGroup::GroupName",
        "AWS::EC2::SecurityGroup::Id",
        "AWS::EC2::Subnet::Id",
        "AWS::EC2::VPC::Id",
        "AWS::EC2::Volume::Id",
        "AWS::Route53::HostedZone::Id",
    ];

    private static readonly IReadOnlyList<string> s_plain = ["String", "Number", "CommaDelimitedList", "List<Number>", "List<String>", "AWS::SSM::Parameter::Name"];

    public static IEnumerable<string> Names => s_plain.Concat(s_aws).Concat(s_aws.Select(type => $"List<{type}>"));

    public static bool IsKnown(string type) => Names.Contains(type) || IsStored(type);

    // A value that is kept in Parameter Store and has one of the other types.
    private static bool IsStored(string type)
    {
        const string Lead = "AWS::SSM::Parameter::Value<";
        return type.StartsWith(Lead, StringComparison.Ordinal) && type[type.Length - 1] == '>'
            && Names.Contains(type.Substring(Lead.Length, type.Length - Lead.Length - 1));
    }
}
