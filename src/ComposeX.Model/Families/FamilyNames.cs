using ComposeX.CloudFormation.Templates;
using ComposeX.Compose.Projects;

namespace ComposeX.Model.Families;

/// <summary>The logical ids of a family's resources: names that other rooms may refer to before the resources exist.</summary>
public static class FamilyNames
{
    /// <summary>The <c>AWS::ECS::Service</c>.</summary>
    public static string Service(this Family family) => family.Id("Service");

    /// <summary>The <c>AWS::ECS::TaskDefinition</c>.</summary>
    public static string TaskDefinition(this Family family) => family.Id("TaskDefinition");

    /// <summary>The security group of the tasks.</summary>
    public static string SecurityGroup(this Family family) => family.Id("SecurityGroup");

    /// <summary>The role of the code in the tasks.</summary>
    public static string TaskRole(this Family family) => family.Id("TaskRole");

    /// <summary>The role that ECS starts the tasks with.</summary>
    public static string ExecutionRole(this Family family) => family.Id("ExecutionRole");

    /// <summary>The log group that the containers write to by default.</summary>
    public static string LogGroup(this Family family) => family.Id("LogGroup");

    /// <summary>The parameter of the deployment that holds a service's image.</summary>
    public static string ImageParameter(ComposeService service) => LogicalId.From(service.Name, "Image");

    /// <summary>The id of a part of a family: <c>WebScalableTarget</c> for <c>ScalableTarget</c>.</summary>
    public static string Id(this Family family, params string[] parts) => LogicalId.From([family.Name, .. parts]);
}
