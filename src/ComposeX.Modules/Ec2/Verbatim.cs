using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ec2;

/// <summary>Reads a part of some type's properties where it stands alone, as it would be read in its place.</summary>
internal static class Verbatim
{
    public static CfnMap? Read(YamlMapping? node, string type, params string[] path)
    {
        if (node is null)
        {
            return null;
        }

        var whole = path.Reverse().Aggregate(node, (inner, name) => new YamlMapping([new YamlEntry(new YamlScalar(name, YamlScalarStyle.Plain, node.Location), inner)], node.Location));
        return path.Aggregate((CfnValue?)PropertiesReader.Read(whole, type, node.Location), (value, name) => (value as CfnMap)?[name]) as CfnMap;
    }
}
