using System.Linq;
using ComposeX.CloudFormation.Schema;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Reading;

/// <summary>Reads a scalar as what the schema wants it to be, if it can be that.</summary>
internal static class ScalarReader
{
    public static CfnValue Read(YamlScalar scalar, SchemaType? expected)
    {
        if (scalar.Style != YamlScalarStyle.Plain || scalar.Tag is "!" or "!!str" or "tag:yaml.org,2002:str")
            return Text(scalar);
        var resolved = PlainScalar.Resolve(scalar);
        return resolved is CfnNull || !IsText(expected) ? resolved : Text(scalar);
    }

    public static CfnString Text(YamlScalar scalar) => new(scalar.Text, scalar.Location);

    private static bool IsText(SchemaType? expected) => expected switch
    {
        StringType or TimestampType => true,
        UnionType union => union.Options.Any(IsText) && !union.Options.Any(option => option is NumberType or BooleanType or JsonType or ObjectReference),
        _ => false,
    };
}
