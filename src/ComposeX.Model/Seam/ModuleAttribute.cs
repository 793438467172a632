namespace ComposeX.Model.Seam;

/// <summary>An attribute of a module's resource: its name for users, and where CloudFormation has it.</summary>
/// <param name="Name">The name in <c>ReturnValues</c>, in <c>x-sqs::orders::Arn</c>, in outputs and exports.</param>
/// <param name="GetAtt">The attribute for <c>Fn::GetAtt</c>; null for what <c>Ref</c> returns.</param>
/// <param name="Alias">Another name that users know it by, or null.</param>
public sealed record ModuleAttribute(string Name, string? GetAtt, string? Alias = null);
