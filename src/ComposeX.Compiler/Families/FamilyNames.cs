using ComposeX.CloudFormation.Templates;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;

namespace ComposeX.Compiler.Families;

/// <summary>The logical ids of a family's resources.</summary>
internal static class FamilyNames
{
    public static string Service(this Family family) => family.Id("Service");

    public static string TaskDefinition(this Family family) => family.Id("TaskDefinition");

    public static string SecurityGroup(this Family family) => family.Id("SecurityGroup");

    public static string TaskRole(this Family family) => family.Id("TaskRole");

    public static string ExecutionRole(this Family family) => family.Id("ExecutionRole");

    public static string LogGroup(this Family family) => family.Id("LogGroup");

    public static string ImageParameter(ComposeService service) => LogicalId.From(service.Name, "Image");

    public static string Id(this Family family, string part) => LogicalId.From(family.Name, part);
}
