using System;
using System.Collections.Generic;
using ComposeX.CloudFormation.Templates;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Validation;

/// <summary>What can be wrong with a template beside its resources' properties and its functions.</summary>
public static class TemplateContentDiagnostics
{
    public static Diagnostic Null(Location place) => Diagnostic.Error("CX4013", place,
        "CloudFormation takes no null here. Give it a value, or leave it out.");

    public static Diagnostic UnresolvedSymbol(Location place) => Diagnostic.Error("CX4014", place,
        "What is asked for here was not turned into a CloudFormation reference. This is a fault of ComposeX.Build: please report it with this file.");

    public static Diagnostic InvalidName(string kind, string name, Location place) => Diagnostic.Error("CX4040", place,
        FormattableString.Invariant($"The {kind} name \"{name}\" is none that CloudFormation takes: letters and digits only, {Limits.NameLength} at most."));

    public static Diagnostic DuplicateName(string name, string first, Location firstPlace, Location place) => Diagnostic.Error("CX4041", place,
        FormattableString.Invariant($"\"{name}\" is already the name of a {first} of this template ({firstPlace.File}, line {firstPlace.Line}). Rename one of them."));

    public static Diagnostic TooMany(Template template, string kind, int count, int limit, string wayOut) => Diagnostic.Error("CX4042", template.Origin,
        FormattableString.Invariant($"The template \"{template.Name}\" has {count} {kind}; CloudFormation takes {limit} at most. {wayOut}"));

    public static Diagnostic TooLarge(Template template, int bytes) => Diagnostic.Error("CX4043", template.Origin,
        FormattableString.Invariant($"The template \"{template.Name}\" is {bytes} bytes long; CloudFormation takes {Limits.TemplateSize} at most. Spread its resources over more stacks."));

    public static Diagnostic TooLong(string what, int length, int limit, Location place) => Diagnostic.Error("CX4044", place,
        FormattableString.Invariant($"{what} is {length} long; CloudFormation takes {limit} at most."));

    public static Diagnostic UnknownParameterType(Parameter parameter, IEnumerable<string> known) => Diagnostic.Error("CX4045", parameter.Origin,
        $"\"{parameter.Type}\" is no type of parameters (\"{parameter.Name}\").{Spelling.Hint(parameter.Type, known)}");

    public static Diagnostic DefaultNotAllowed(Parameter parameter, string expected) => Diagnostic.Error("CX4046", parameter.Origin,
        $"The default \"{parameter.Default}\" of the parameter \"{parameter.Name}\" is not one that it takes: {expected}.");

    public static Diagnostic InvalidExportName(string name, Location place) => Diagnostic.Error("CX4047", place,
        $"\"{name}\" cannot be the name of an export: letters, digits, \":\" and \"-\" only, 255 at most.");

    public static Diagnostic DuplicateExportName(string name, Output first, Location place) => Diagnostic.Error("CX4048", place,
        FormattableString.Invariant($"\"{name}\" is already the name under which \"{first.Name}\" is exported ({first.Origin.File}, line {first.Origin.Line})."));

    public static Diagnostic InvalidPolicy(string attribute, string policy, Location place, IReadOnlyList<string> allowed) => Diagnostic.Error("CX4049", place,
        $"\"{policy}\" is no {attribute}.{Spelling.Hint(policy, allowed)}{Choice.Of(" It can be ", allowed)}");

    public static Diagnostic NoSnapshot(string attribute, string type, Location place) => Diagnostic.Error("CX4053", place,
        $"\"{attribute}\" cannot be \"Snapshot\": CloudFormation makes none of {type}. Use \"Retain\" to keep it.");

    public static Diagnostic NoResources(Template template) => Diagnostic.Error("CX4050", template.Origin,
        $"The template \"{template.Name}\" has no resources; CloudFormation wants one at least.");

    public static Diagnostic UnknownDependency(string resource, string name, Location place, IEnumerable<string> known) => Diagnostic.Error("CX4051", place,
        $"\"{resource}\" depends on \"{name}\", which is no resource of this template.{Spelling.Hint(name, known)}");

    public static Diagnostic OutputIsNoText(Output output) => Diagnostic.Error("CX4052", output.Value.Origin,
        $"The output \"{output.Name}\" is no text. Join a list with \"Fn::Join\".");

    public static Diagnostic UnknownNestedParameter(string stack, string template, string parameter, Location place, IReadOnlyList<string> known) => Diagnostic.Error("CX4055", place,
        $"\"{stack}\" passes \"{parameter}\", which is no parameter of the template \"{template}\".{Spelling.Hint(parameter, known)}{Choice.Of(" It has ", known)}");

    public static Diagnostic MissingNestedParameter(string stack, string template, string parameter, Location place) => Diagnostic.Error("CX4056", place,
        $"\"{stack}\" does not pass \"{parameter}\", which the template \"{template}\" needs: it has no default.");

    public static Diagnostic InvalidMapping(Mapping mapping) => Diagnostic.Error("CX4057", mapping.Origin,
        $"The mapping \"{mapping.Name}\" must have two levels of keys, and literal values: functions cannot stand in it.");

    public static Diagnostic NoCondition(Condition condition) => Diagnostic.Error("CX4058", condition.Origin,
        $"The condition \"{condition.Name}\" must be one of Fn::Equals, Fn::Not, Fn::And, Fn::Or and Condition.");
}
