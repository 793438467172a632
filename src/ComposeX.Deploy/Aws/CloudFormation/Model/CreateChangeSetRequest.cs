using System.Collections.Generic;
using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>Asks for a change set: what a template and parameters would do to a stack.</summary>
internal sealed class CreateChangeSetRequest : QueryRequest
{
    public required string StackName { get; init; }

    public required string ChangeSetName { get; init; }

    /// <summary><c>CREATE</c> or <c>UPDATE</c>.</summary>
    public required string ChangeSetType { get; init; }

    public string? TemplateBody { get; init; }

    public string? TemplateURL { get; init; }

    public string? ClientToken { get; init; }

    public string? Description { get; init; }

    public string? RoleARN { get; init; }

    public bool? IncludeNestedStacks { get; init; }

    /// <summary><c>DO_NOTHING</c>, <c>ROLLBACK</c> or <c>DELETE</c>.</summary>
    public string? OnStackFailure { get; init; }

    public IReadOnlyList<string> Capabilities { get; init; } = [];

    public IReadOnlyList<string> NotificationARNs { get; init; } = [];

    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    public IReadOnlyList<Tag> Tags { get; init; } = [];

    internal override string Action => "CreateChangeSet";

    internal override void Write(QueryWriter query)
    {
        query.Text(nameof(StackName), StackName);
        query.Text(nameof(ChangeSetName), ChangeSetName);
        query.Text(nameof(ChangeSetType), ChangeSetType);
        query.Text(nameof(TemplateBody), TemplateBody);
        query.Text(nameof(TemplateURL), TemplateURL);
        query.Text(nameof(ClientToken), ClientToken);
        query.Text(nameof(Description), Description);
        query.Text(nameof(RoleARN), RoleARN);
        query.Flag(nameof(IncludeNestedStacks), IncludeNestedStacks);
        query.Text(nameof(OnStackFailure), OnStackFailure);
        query.Texts(nameof(Capabilities), Capabilities);
        query.Texts(nameof(NotificationARNs), NotificationARNs);
        query.Structures(nameof(Parameters), Parameters, (member, parameter) => parameter.Write(member));
        query.Structures(nameof(Tags), Tags, (member, tag) => tag.Write(member));
    }
}
