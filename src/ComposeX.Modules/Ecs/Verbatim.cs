using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ecs;

/// <summary>Reads what is a property of <c>AWS::ECS::Service</c> as CloudFormation, so that it is validated as that, at its own lines.</summary>
internal static class Verbatim
{
    public static CfnValue? Read(string property, YamlNode? node)
    {
        if (node is null)
        {
            return null;
        }

        var key = new YamlScalar(property, YamlScalarStyle.Plain, node.Location);
        return PropertiesReader.Read(new YamlMapping([new YamlEntry(key, node)], node.Location), "AWS::ECS::Service", node.Location)[property];
    }
}
