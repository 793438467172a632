namespace ComposeX.Compiler.Stacks;

/// <summary>The parameter type of what one stack hands to another: AWS's own where it has one, so that it checks the value.</summary>
internal static class ParameterTypes
{
    public static string Of(string resourceType, string? attribute) => (resourceType, attribute) switch
    {
        ("AWS::EC2::VPC", null or "VpcId") => "AWS::EC2::VPC::Id",
        ("AWS::EC2::Subnet", null or "SubnetId") => "AWS::EC2::Subnet::Id",
        ("AWS::EC2::SecurityGroup", "GroupId") => "AWS::EC2::SecurityGroup::Id",
        _ => "String",
    };
}
