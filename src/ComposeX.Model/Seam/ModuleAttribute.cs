using System.Linq;

namespace ComposeX.Model.Seam;

/// <summary>An attribute of a module's resource: its name for users, and where CloudFormation has it.</summary>
/// <param name="Name">The name in <c>ReturnValues</c> and in <c>x-sqs::orders::Arn</c>; it may have dots (<c>Endpoint.Address</c>).</param>
/// <param name="GetAtt">The attribute for <c>Fn::GetAtt</c>; null for what <c>Ref</c> returns.</param>
/// <param name="Alias">Another name that users know it by, or null.</param>
public sealed record ModuleAttribute(string Name, string? GetAtt, string? Alias = null)
{
    /// <summary>The end of its export's name, <c>&lt;root stack&gt;::&lt;name&gt;::TopicArn</c>. No two modules have the same, so that equal names under two x-keys can both be exported.</summary>
    public string Export { get; init; } = new([.. Name.Where(c => c < 128 && char.IsLetterOrDigit(c))]);
}
