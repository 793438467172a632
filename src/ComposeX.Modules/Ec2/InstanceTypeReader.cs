using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ec2;

/// <summary>Reads <c>InstanceTypes</c>, a list of types or a mapping from types to their weights, and <c>InstanceRequirements</c>.</summary>
internal static class InstanceTypeReader
{
    private const string Key = "InstanceTypes";

    private static readonly Regex Syntax = new(@"^[a-z][a-z0-9-]*\.[a-z0-9-]+$", RegexOptions.CultureInvariant);

    // AWS's own processors are the letter behind the generation: m7g, c7gn, im4gn. The first of them was a1.
    private static readonly Regex Arm = new(@"^([a-z]+[0-9]+g|a1\.)", RegexOptions.CultureInvariant);

    public static bool IsArm(InstanceType type) => Arm.IsMatch(type.Name.Value);

    public static InstanceTypes Read(MappingReader reader, DiagnosticBag diagnostics)
    {
        var requirements = reader.Mapping("InstanceRequirements");
        var node = reader.Node(Key);
        var types = node switch
        {
            null => [],
            YamlMapping mapping => [.. mapping.Entries.Select(entry => new InstanceType(new(entry.Name, entry.Key.Location), WeightOf(entry, diagnostics)))],
            YamlSequence list when list.Items.All(item => item is YamlScalar) => [.. list.Items.OfType<YamlScalar>().Select(item => new InstanceType(new(item.Text, item.Location), null))],
            var other => Refuse(other, diagnostics),
        };
        if (node is YamlMapping { Entries.Count: 0 } or YamlSequence { Items.Count: 0 })
        {
            diagnostics.Add(Ec2Diagnostics.NoTypes(node.Location));
        }

        foreach (var type in types.Where(type => !Syntax.IsMatch(type.Name.Value)))
        {
            diagnostics.Add(Ec2Diagnostics.NoType(type.Name.Value, type.Name.Origin));
        }

        if (requirements is not null && types.Count > 0)
        {
            diagnostics.Add(Ec2Diagnostics.TwoWays(Key, "InstanceRequirements", requirements.Location));
        }

        return new(types, Verbatim.Read(requirements, "AWS::EC2::LaunchTemplate", "LaunchTemplateData", "InstanceRequirements"));
    }

    private static IReadOnlyList<InstanceType> Refuse(YamlNode node, DiagnosticBag diagnostics)
    {
        diagnostics.Add(ModelDiagnostics.WrongKind(Key, "a list of types of instances, or a mapping from types to their Weight", node.Location));
        return [];
    }

    private static Located<long>? WeightOf(YamlEntry entry, DiagnosticBag diagnostics)
    {
        if (ScalarResolver.IsNull(entry.Value))
        {
            return null;
        }

        if (entry.Value is not YamlMapping mapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(entry.Name, "a mapping with its Weight", entry.Value.Location));
            return null;
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        var weight = Sizes.Of(reader.Integer("Weight"), "Weight", 1, diagnostics);
        reader.RejectOthers("A type of instance");
        return weight;
    }
}
