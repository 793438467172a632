using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Values;

/// <summary>
/// Writes values that all have one origin: <c>var cfn = new Cfn(service.Origin)</c>, then
/// <c>cfn.Map(("Engine", cfn.String("redis")))</c>. A null among the members or items is left out.
/// </summary>
public readonly record struct Cfn(Location Origin)
{
    public CfnString String(string value) => new(value, Origin);

    public CfnNumber Number(long value) => new(value.ToString(CultureInfo.InvariantCulture), Origin);

    public CfnBoolean Boolean(bool value) => new(value, Origin);

    public CfnList List(params CfnValue?[] items) => List((IEnumerable<CfnValue?>)items);

    public CfnList List(IEnumerable<CfnValue?> items) => new([.. items.OfType<CfnValue>()], Origin);

    public CfnList Strings(IEnumerable<string> items) => List(items.Select(String));

    public CfnMap Map(params (string Name, CfnValue? Value)[] members) => Map((IEnumerable<(string, CfnValue?)>)members);

    public CfnMap Map(IEnumerable<(string Name, CfnValue? Value)> members)
    {
        var origin = Origin;
        return new([.. members.Where(member => member.Value is not null).Select(member => new CfnMember(member.Name, member.Value!, origin))], origin);
    }

    public CfnFunction Function(string name, CfnValue argument) => new(name, argument, Origin);

    /// <summary>A pseudo parameter, such as <c>AWS::Region</c>.</summary>
    public CfnFunction Pseudo(string name) => Function("Ref", String(name));

    public CfnFunction NoValue() => Pseudo("AWS::NoValue");

    /// <summary><c>Fn::Sub</c> of a text in which only pseudo parameters stand.</summary>
    public CfnFunction Sub(string text) => Function("Fn::Sub", String(text));

    /// <summary><c>Fn::Sub</c> of a text and the values of its own variables, which may be symbols.</summary>
    public CfnFunction Sub(string text, params (string Name, CfnValue? Value)[] variables) => Function("Fn::Sub", List(String(text), Map(variables)));

    public CfnFunction Join(string delimiter, IEnumerable<CfnValue> items) => Function("Fn::Join", List(String(delimiter), List(items)));

    /// <summary>What <c>Ref</c> returns for a resource of the application.</summary>
    public CfnResourceReference Ref(string logicalId) => new(logicalId, null, Origin);

    /// <summary>An attribute of a resource of the application.</summary>
    public CfnResourceReference GetAtt(string logicalId, string attribute) => new(logicalId, attribute, Origin);

    public CfnParameterReference Parameter(string name) => new(name, Origin);

    public CfnRootStackName RootStackName() => new(Origin);
}
