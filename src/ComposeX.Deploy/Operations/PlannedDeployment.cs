using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.CloudFormation.Model;
using ComposeX.Deploy.Aws.Connections;
using ComposeX.Deploy.Plans;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Stacks;
using ComposeX.Deploy.Templates;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Operations;

/// <summary>A change set that waits to be carried out, with the plan read from it; or the knowledge that nothing changes.</summary>
internal sealed class PlannedDeployment
{
    private readonly Session _session;
    private readonly TemplateUpload _upload;
    private readonly Stack? _before;
    private readonly DescribeChangeSetResponse _changeSet;

    private PlannedDeployment(Session session, TemplateUpload upload, Stack? before, DescribeChangeSetResponse changeSet, Plan plan)
    {
        _session = session;
        _upload = upload;
        _before = before;
        _changeSet = changeSet;
        Plan = plan;
    }

    public Plan Plan { get; }

    public string StackId => _changeSet.StackId;

    /// <summary>Asks CloudFormation what the output folder would change. Whatever goes wrong, nothing is left behind.</summary>
    public static async Task<PlannedDeployment> MakeAsync(Session session, ParameterValues values, Stack? stack)
    {
        var parameters = Parameters(session, values, stack);
        var upload = new TemplateUpload(session.Aws, session.Reporter, session.Request.TemplateBucket, session.Request.TemplatePrefix ?? session.StackName + "/");
        var root = await upload.SendAsync(session.Folder!, session.Stop).ConfigureAwait(false);
        var request = Request(session, parameters, NameOf(session, values, stack, root), stack, root);
        try
        {
            var changeSet = await session.ChangeSets().CreateAsync(request, reuse: !values.HasSecrets, onShell: stack is not null && IsNew(stack), session.Stop).ConfigureAwait(false);
            await ReplaceShellAsync(session, stack, changeSet).ConfigureAwait(false);
            var plan = await ReadPlanAsync(session, stack, changeSet).ConfigureAwait(false);
            return new(session, upload, stack, changeSet, new SecretProperties(session.Folder!, session.Origins).Hide(plan));
        }
        catch (Exception)
        {
            await ClearAsync(session, stack, request.ChangeSetName, isThere: false).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Not to be interrupted: afterwards it must be known whether it has begun.</summary>
    public Task ExecuteAsync() =>
        _session.ChangeSets().ExecuteAsync(_changeSet, _session.Request.KeepFailed, TokenOf(_changeSet.ChangeSetId), CancellationToken.None);

    /// <summary>Throws the change set away, with the empty stack that it may have brought into being.</summary>
    public Task DiscardAsync() => ClearAsync(_session, _before, _changeSet.ChangeSetId, isThere: true);

    /// <summary>Takes the uploaded templates back as well.</summary>
    public async Task DiscardTemplatesAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await _upload.DiscardAsync(patience.Token).ConfigureAwait(false);
    }

    private static async Task<Plan> ReadPlanAsync(Session session, Stack? stack, DescribeChangeSetResponse changeSet)
    {
        var isNew = IsNew(stack);
        if (ChangeSets.IsEmpty(changeSet))
            return new(session.StackName, isNew, []) { IsEmpty = true };
        if (changeSet.Status == "CREATE_COMPLETE")
            return await new PlanReader(session.Aws.CloudFormation, session.Folder!.Manifest, session.Origins).ReadAsync(session.StackName, isNew, changeSet.ChangeSetId, session.Stop).ConfigureAwait(false);
        var reason = await session.ChangeSets().ReasonAsync(changeSet, session.Stop).ConfigureAwait(false);
        throw new DeployException(ExitCode.Failed, OperationDiagnostics.ChangeSetFailed(session.StackName, reason + Advice.For(reason)));
    }

    private static IReadOnlyList<Parameter> Parameters(Session session, ParameterValues values, Stack? stack)
    {
        var diagnostics = new DiagnosticBag();
        var parameters = values.For(IsNew(stack) ? null : stack, session.Request.ProjectDirectory, diagnostics);
        return diagnostics.HasErrors ? throw new DeployException(ExitCode.Invalid, [.. diagnostics]) : parameters;
    }

    private static bool IsNew(Stack? stack) => StackStatus.StateOf(stack) is StackState.Absent or StackState.Shell;

    private static CreateChangeSetRequest Request(Session session, IReadOnlyList<Parameter> parameters, string name, Stack? stack, RootTemplate root) =>
        new()
        {
            StackName = session.StackName,
            ChangeSetName = name,
            // Of this run alone: it lets a call be repeated, and does not bring back what an earlier run has deleted.
            ClientToken = "composex-" + Guid.NewGuid().ToString("N"),
            ChangeSetType = IsNew(stack) ? "CREATE" : "UPDATE",
            TemplateBody = root.Body,
            TemplateURL = root.Url,
            IncludeNestedStacks = TemplatePackage.NestsAny(session.Folder!) ? true : null,
            RoleARN = session.Request.RoleArn,
            Capabilities = session.Folder!.Manifest.Capabilities,
            NotificationARNs = session.Request.NotificationArns,
            Parameters = parameters,
            Tags = [.. session.Request.Tags.Select(tag => new Tag(tag.Key, tag.Value))],
        };

    // The same wish on the same state of the stack has the same name: a run that was killed finds its change set again.
    private static string NameOf(Session session, ParameterValues values, Stack? stack, RootTemplate root)
    {
        var state = stack is null || IsNew(stack) ? "" : $"{stack.StackId} {stack.StackStatus} {stack.LastUpdatedTime:O}";
        var tags = string.Join('\n', session.Request.Tags.Select(tag => tag.Key + "=" + tag.Value));
        var wish = string.Join('\n', root.Hash, state, values.Fingerprint(), tags, session.Request.RoleArn, string.Join(',', session.Request.NotificationArns));
        return "composex-" + TemplatePackage.HashOf(wish)[..24];
    }

    private static string TokenOf(string changeSetId) => "composex-" + TemplatePackage.HashOf(changeSetId)[..24];

    // An emulation makes a second stack of the name where AWS takes the shell that an earlier run has left.
    private static async Task ReplaceShellAsync(Session session, Stack? before, DescribeChangeSetResponse changeSet)
    {
        if (before is not null && IsNew(before) && changeSet.StackId.Length > 0 && changeSet.StackId != before.StackId)
            await session.Aws.CloudFormation.DeleteStackAsync(new DeleteStackRequest { StackName = before.StackId }, session.Stop).ConfigureAwait(false);
    }

    private static async Task ClearAsync(Session session, Stack? before, string changeSet, bool isThere)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            isThere = isThere ? changeSet.Length > 0 : await session.ChangeSets().ExistsAsync(session.StackName, changeSet, patience.Token).ConfigureAwait(false);
            if (before is null)
                await DeleteShellAsync(session, isThere ? changeSet : "", patience.Token).ConfigureAwait(false);
            else if (isThere)
                await session.ChangeSets().DeleteAsync(session.StackName, changeSet, patience.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (AwsFailures.Describe(exception) is not null)
        {
            // What is left is an unused change set; the next run of the same wish takes it up.
            session.Reporter.Progress($"The change set {changeSet} could not be cleared away");
        }
    }

    private static async Task DeleteShellAsync(Session session, string changeSet, CancellationToken cancellationToken)
    {
        if (changeSet.Length > 0)
            await session.ChangeSets().DeleteAllAsync(session.StackName, changeSet, cancellationToken).ConfigureAwait(false);
        if (await session.Aws.CloudFormation.FindAsync(session.StackName, cancellationToken).ConfigureAwait(false) is { StackStatus: "REVIEW_IN_PROGRESS" } shell)
            await session.Aws.CloudFormation.DeleteStackAsync(new DeleteStackRequest { StackName = shell.StackId }, cancellationToken).ConfigureAwait(false);
    }
}
