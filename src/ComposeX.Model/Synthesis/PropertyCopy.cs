using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.Model.Synthesis;

/// <summary>
/// A symbol: what a property of another resource says in the end, after all rooms have had their word. Where the other has no such
/// property, the member that holds this symbol is left out.
/// </summary>
/// <param name="LogicalId">The other resource.</param>
/// <param name="Property">The property, with dots between its parts: <c>NetworkConfiguration.AwsvpcConfiguration</c>.</param>
public sealed record PropertyCopy(string LogicalId, string Property, Location Origin) : CfnValue(Origin);
