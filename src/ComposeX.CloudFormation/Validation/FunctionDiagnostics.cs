using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Validation;

/// <summary>What can be wrong with intrinsic functions and the names they use.</summary>
public static class FunctionDiagnostics
{
    public static Diagnostic UnknownFunction(CfnFunction function, IEnumerable<string> known) => Diagnostic.Error("CX4020", function.Origin,
        $"CloudFormation has no function \"{function.Name}\".{Spelling.Hint(function.Name, known)}");

    public static Diagnostic NeedsTransform(CfnFunction function) => Diagnostic.Error("CX4021", function.Origin,
        $"\"{function.Name}\" works only in templates with the transform \"AWS::LanguageExtensions\", which generated templates do not have. Write out what it would expand to.");

    public static Diagnostic WrongArgument(CfnFunction function, Location place, string expected) => Diagnostic.Error("CX4022", place,
        $"\"{function.Name}\" takes {expected}.");

    public static Diagnostic NotAllowedHere(CfnFunction function, string place) => Diagnostic.Error("CX4023", function.Origin,
        $"\"{function.Name}\" cannot stand in {place}.");

    public static Diagnostic UnknownName(string name, Location place, IEnumerable<string> known) => Diagnostic.Error("CX4024", place,
        $"There is no parameter or resource \"{name}\" in this template.{Spelling.Hint(name, known)}");

    public static Diagnostic UnknownResource(string name, Location place, IEnumerable<string> known) => Diagnostic.Error("CX4025", place,
        $"There is no resource \"{name}\" in this template.{Spelling.Hint(name, known)}");

    public static Diagnostic UnknownAttribute(string name, string type, string attribute, Location place, IReadOnlyList<string> known) => Diagnostic.Error("CX4026", place,
        $"\"{attribute}\" is no attribute of \"{name}\" ({type}).{Spelling.Hint(attribute, known)}{Choice.Of(" It has ", known)}");

    public static Diagnostic InvalidVariable(string variable, Location place) => Diagnostic.Error("CX4027", place,
        $"\"${{{variable}}}\" is no variable that \"Fn::Sub\" understands: letters, digits, \"_\", \".\" and \":\" only. Write \"${{!{variable}}}\" to have the text itself.");

    public static Diagnostic UnusedVariable(string variable, Location place) => Diagnostic.Warning("CX4028", place,
        $"The variable \"{variable}\" is given to \"Fn::Sub\" and does not occur in its text. Use \"${{{variable}}}\" there, or leave it out.");

    public static Diagnostic UnknownCondition(string name, Location place, IEnumerable<string> known) => Diagnostic.Error("CX4029", place,
        $"There is no condition \"{name}\" in this template.{Spelling.Hint(name, known)}");

    public static Diagnostic UnknownMapping(string name, Location place, IEnumerable<string> known) => Diagnostic.Error("CX4030", place,
        $"There is no mapping \"{name}\" in this template.{Spelling.Hint(name, known)}");

    public static Diagnostic UnknownMappingKey(string mapping, string key, Location place, IEnumerable<string> known) => Diagnostic.Error("CX4031", place,
        $"The mapping \"{mapping}\" has no \"{key}\".{Spelling.Hint(key, known)}");

    public static Diagnostic ResourceInCondition(string name, Location place, string where) => Diagnostic.Error("CX4032", place,
        $"\"{name}\" is a resource, and {where} is evaluated before there are any: only parameters can be used there.");

    public static Diagnostic Cycle(IReadOnlyList<string> path, Location place) => Diagnostic.Error("CX4033", place,
        $"These depend on each other, so that none can be created first: {string.Join(" → ", path)}. One of the references must go.");
}
