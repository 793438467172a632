using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.Model.Synthesis;

/// <summary>
/// A symbol: an attribute of a declared resource, by the names the user gave (<c>x-sqs::orders::Arn</c>). One pass turns it
/// into a reference to the resource, or into what was looked up.
/// </summary>
/// <param name="Attribute">The module attribute's name; null takes the attribute that the place asks for, else the first.</param>
public sealed record DeclarationReference(string Key, string Name, string? Attribute, Location Origin) : CfnValue(Origin);
