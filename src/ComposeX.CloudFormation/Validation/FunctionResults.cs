using System;
using ComposeX.CloudFormation.Schema;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;

namespace ComposeX.CloudFormation.Validation;

/// <summary>What kind of value a function gives, as far as a template alone can tell.</summary>
internal enum ResultKind
{
    Unknown,

    /// <summary>A text, which also serves as a number or as true and false.</summary>
    Text,
    List,
    Object,

    /// <summary><c>AWS::NoValue</c>: as if the property were not there.</summary>
    Nothing,
}

/// <summary>Tells what functions give.</summary>
internal static class FunctionResults
{
    public static ResultKind Of(CfnFunction function, TemplateScope scope) => function switch
    {
        { Name: "Ref", Argument: CfnString name } => OfRef(name.Value, scope),
        { Name: "Fn::GetAtt", Argument: CfnList { Items: [CfnString name, CfnString attribute] } } => OfAttribute(name.Value, attribute.Value, scope),
        { Name: "Fn::Sub" or "Fn::Join" or "Fn::Base64" or "Fn::ImportValue" } => ResultKind.Text,
        { Name: "Fn::Split" or "Fn::Cidr" or "Fn::GetAZs" } => ResultKind.List,
        _ => ResultKind.Unknown,
    };

    /// <summary>What a parameter of the type holds.</summary>
    public static ResultKind OfParameter(string type) =>
        type == "CommaDelimitedList" || type.StartsWith("List<", StringComparison.Ordinal)
        || type.StartsWith("AWS::SSM::Parameter::Value<List<", StringComparison.Ordinal) || type == "AWS::SSM::Parameter::Value<CommaDelimitedList>"
            ? ResultKind.List
            : ResultKind.Text;

    private static ResultKind OfRef(string name, TemplateScope scope)
    {
        if (scope.Parameters.TryGetValue(name, out var parameter))
            return OfParameter(parameter.Type);
        if (name == PseudoParameters.NoValue)
            return ResultKind.Nothing;
        return name == PseudoParameters.NotificationArns ? ResultKind.List
            : scope.IsReferable(name) ? ResultKind.Text
            : ResultKind.Unknown;
    }

    private static ResultKind OfAttribute(string name, string attribute, TemplateScope scope) =>
        scope.Resources.TryGetValue(name, out var resource) ? OfAttribute(resource, attribute) : ResultKind.Unknown;

    private static ResultKind OfAttribute(Resource resource, string attribute)
    {
        if (resource.Type == ResourceTypes.Stack)
            return ResultKind.Text;
        if (SchemaCatalogue.Default.Find(resource.Type) is not { } schema || !schema.Attributes.TryGetValue(attribute, out var type))
            return ResultKind.Unknown;
        return type switch
        {
            StringType or NumberType or BooleanType or TimestampType => ResultKind.Text,
            ListType => ResultKind.List,
            ObjectReference or MapType or TagType => ResultKind.Object,
            _ => ResultKind.Unknown,
        };
    }
}
