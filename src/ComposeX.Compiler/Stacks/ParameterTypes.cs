using System;

namespace ComposeX.Compiler.Stacks;

/// <summary>The parameter type of what one stack hands to another: AWS's own where it has one, so that it checks the value.</summary>
internal static class ParameterTypes
{
    private const string Stored = "AWS::SSM::Parameter::Value<";

    /// <summary>The type in which a nested stack gets a parameter of the deployment: what Parameter Store keeps comes as the value that was read in the root.</summary>
    public static string Received(string type) =>
        type.StartsWith(Stored, StringComparison.Ordinal) ? type.Substring(Stored.Length, type.Length - Stored.Length - 1) : type;

    public static string Of(string resourceType, string? attribute) => (resourceType, attribute) switch
    {
        ("AWS::EC2::VPC", null or "VpcId") => "AWS::EC2::VPC::Id",
        ("AWS::EC2::Subnet", null or "SubnetId") => "AWS::EC2::Subnet::Id",
        ("AWS::EC2::SecurityGroup", "GroupId") => "AWS::EC2::SecurityGroup::Id",
        _ => "String",
    };
}
