using System;

namespace ComposeX.Compiler.Stacks;

/// <summary>The parameter type of what one stack hands to another: AWS's own where it has one, so that it checks the value.</summary>
internal static class ParameterTypes
{
    private const string SystemsManager = "AWS::SSM::Parameter::Value<";

    /// <summary>The type of a parameter's value, as it is handed on: what is looked up in Systems Manager is looked up once.</summary>
    public static string OfValue(string type) => type.StartsWith(SystemsManager, StringComparison.Ordinal)
        ? type.Substring(SystemsManager.Length, type.Length - SystemsManager.Length - 1)
        : type;

    public static string Of(string resourceType, string? attribute) => (resourceType, attribute) switch
    {
        ("AWS::EC2::VPC", null or "VpcId") => "AWS::EC2::VPC::Id",
        ("AWS::EC2::Subnet", null or "SubnetId") => "AWS::EC2::Subnet::Id",
        ("AWS::EC2::SecurityGroup", "GroupId") => "AWS::EC2::SecurityGroup::Id",
        _ => "String",
    };
}
