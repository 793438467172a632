using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ec2;

/// <summary>What instances start from: the newest ECS-optimised Amazon Linux 2023, by its parameter in Systems Manager, or what the user says.</summary>
/// <param name="Chosen">An AMI's id, or the name of another parameter.</param>
internal sealed record MachineImage(bool IsArm, bool HasGpu, Located<string>? Chosen)
{
    private const string Optimised = "/aws/service/ecs/optimized-ami/amazon-linux-2023/";

    private bool IsId => Chosen is { Value: ['a', 'm', 'i', '-', ..] };

    /// <summary>The parameter of the deployment that holds the name of the AMI's parameter; null for an AMI by its id.</summary>
    public Parameter? Parameter(string name, string group, Location origin) => IsId ? null : new(name, "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>", Chosen?.Origin ?? origin)
    {
        Description = $"The name of the parameter that holds the AMI of {group}",
        Default = Chosen?.Value ?? $"{Optimised}{(IsArm ? "arm64/" : "")}{(HasGpu ? "gpu/" : "")}recommended/image_id",
    };

    public CfnValue Id(string parameter, Location origin) => IsId ? new CfnString(Chosen!.Value.Value, Chosen.Value.Origin) : new Cfn(origin).Parameter(parameter);
}
