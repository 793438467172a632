using System;
using System.Collections.Generic;
using System.Linq;

namespace ComposeX.Deploy.Tests.Aws.CloudFormation;

/// <summary>What CloudFormation does to a stack, step by step: each <c>yield</c> is a moment in which it can be looked at.</summary>
internal sealed class StackOperations(S3Double s3, CloudFormationDouble cloudFormation)
{
    public IEnumerator<string> Create(StackDouble stack, ChangeSetDouble changeSet, bool keepFailed) =>
        CreateSteps(stack, changeSet.Template, changeSet.Parameters, keepFailed, "User Initiated").GetEnumerator();

    public IEnumerator<string> Update(StackDouble stack, ChangeSetDouble changeSet, bool keepFailed) =>
        UpdateSteps(stack, changeSet.Template, changeSet.Parameters, keepFailed, "User Initiated").GetEnumerator();

    public IEnumerator<string> Delete(StackDouble stack) => DeleteSteps(stack, "User Initiated").GetEnumerator();

    public static IEnumerator<string> ContinueRollback(StackDouble stack)
    {
        stack.Enter("UPDATE_ROLLBACK_IN_PROGRESS", "User Initiated");
        yield return "";
        stack.Enter("UPDATE_ROLLBACK_COMPLETE");
    }

    private IEnumerable<string> CreateSteps(StackDouble stack, TemplateDouble template, SortedDictionary<string, string> parameters, bool keepFailed, string? reason)
    {
        stack.Template = template;
        stack.Parameters = parameters;
        stack.Enter("CREATE_IN_PROGRESS", reason);
        yield return "";
        foreach (var resource in template.Resources)
        {
            foreach (var step in CreateResource(stack, resource))
                yield return step;
            if (stack.Physical.ContainsKey(resource.LogicalId))
                continue;
            foreach (var step in FailCreation(stack, resource, keepFailed))
                yield return step;
            yield break;
        }

        stack.Enter("CREATE_COMPLETE");
    }

    private IEnumerable<string> CreateResource(StackDouble stack, ResourceDouble resource)
    {
        stack.Note(resource, "CREATE_IN_PROGRESS");
        yield return "";
        foreach (var step in TakeTime(stack, resource))
            yield return step;
        if (cloudFormation.FailureOf(stack, resource) is { } failure)
        {
            stack.Note(resource, "CREATE_FAILED", failure);
            if (stack.Physical.Remove(resource.LogicalId, out var begun))
                cloudFormation.Alive.Remove(begun);
            yield break;
        }

        if (resource.IsStack)
        {
            foreach (var step in CreateNested(stack, resource))
                yield return step;
            yield break;
        }

        if (!stack.Physical.ContainsKey(resource.LogicalId))
        {
            stack.Physical[resource.LogicalId] = cloudFormation.NewPhysicalId(stack, resource);
            stack.Note(resource, "CREATE_IN_PROGRESS", "Resource creation Initiated");
        }

        stack.Note(resource, "CREATE_COMPLETE");
    }

    // In progress with an id that can be asked about, as a service is until it is steady.
    private IEnumerable<string> TakeTime(StackDouble stack, ResourceDouble resource)
    {
        if (!cloudFormation.Slow.TryGetValue(resource.LogicalId, out var looks))
            yield break;
        if (!stack.Physical.ContainsKey(resource.LogicalId))
        {
            stack.Physical[resource.LogicalId] = cloudFormation.NewPhysicalId(stack, resource);
            stack.Note(resource, "CREATE_IN_PROGRESS", "Resource creation Initiated");
        }

        for (var look = 0; look < looks; look++)
            yield return "";
    }

    private IEnumerable<string> CreateNested(StackDouble stack, ResourceDouble resource)
    {
        var child = cloudFormation.NewStack(stack.Name + "-" + resource.LogicalId + "-1AB2", stack);
        stack.Children[resource.LogicalId] = child;
        stack.Physical[resource.LogicalId] = child.Id;
        stack.Note(resource, "CREATE_IN_PROGRESS", "Resource creation Initiated");
        foreach (var step in CreateSteps(child, TemplateDouble.Parse(s3.Read(resource.TemplateUrl)), resource.NestedParameters(stack.Parameters), keepFailed: true, reason: null))
            yield return step;
        if (child.Status == "CREATE_COMPLETE")
        {
            stack.Note(resource, "CREATE_COMPLETE");
            yield break;
        }

        stack.Note(resource, "CREATE_FAILED", $"Embedded stack {child.Id} was not successfully created: {child.Reason}");
        stack.Physical.Remove(resource.LogicalId);
    }

    private IEnumerable<string> FailCreation(StackDouble stack, ResourceDouble failed, bool keepFailed)
    {
        var reason = $"The following resource(s) failed to create: [{failed.LogicalId}]. ";
        if (stack.Template.Resources.FirstOrDefault(resource => !stack.Physical.ContainsKey(resource.LogicalId) && resource != failed) is { } other)
            stack.Note(other, "CREATE_FAILED", "Resource creation cancelled");
        if (keepFailed)
        {
            stack.Enter("CREATE_FAILED", reason);
            yield break;
        }

        stack.Enter("ROLLBACK_IN_PROGRESS", reason + "Rollback requested by user.");
        yield return "";
        foreach (var step in DeleteResources(stack, stack.Template.Resources))
            yield return step;
        stack.Enter("ROLLBACK_COMPLETE");
    }

    private IEnumerable<string> UpdateSteps(StackDouble stack, TemplateDouble template, SortedDictionary<string, string> parameters, bool keepFailed, string? reason)
    {
        var (oldTemplate, oldParameters) = (stack.Template, stack.Parameters);
        stack.Before = (oldTemplate, oldParameters, new(stack.Physical));
        stack.CancelRequested = false;
        stack.Enter("UPDATE_IN_PROGRESS", reason);
        yield return "";
        foreach (var resource in template.Resources)
        {
            var failed = false;
            foreach (var step in UpdateResource(stack, resource, oldTemplate, oldParameters, parameters))
            {
                failed |= step == "failed";
                yield return step;
            }

            if (!failed && !stack.CancelRequested)
                continue;
            foreach (var step in RollBack(stack, oldTemplate, resource, stack.CancelRequested ? "User Initiated" : $"The following resource(s) failed to update: [{resource.LogicalId}]. ", keepFailed))
                yield return step;
            yield break;
        }

        stack.Parameters = parameters;
        stack.Template = template;
        stack.Updated = StackDouble.Now();
        stack.Enter("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");
        yield return "";
        foreach (var step in DeleteResources(stack, oldTemplate.Resources.Where(old => template.Resources.All(resource => resource.LogicalId != old.LogicalId))))
            yield return step;
        if (stack.Parent is null)
            CleanUp(stack);
        stack.Enter("UPDATE_COMPLETE");
    }

    // What was replaced goes when all has succeeded.
    private void CleanUp(StackDouble stack)
    {
        foreach (var (logicalId, id) in stack.Before?.Physical ?? [])
        {
            if (stack.Physical.GetValueOrDefault(logicalId) != id)
                cloudFormation.Alive.Remove(id);
        }

        stack.Before = null;
        foreach (var child in stack.Children.Values)
            CleanUp(child);
    }

    private IEnumerable<string> UpdateResource(StackDouble stack, ResourceDouble resource, TemplateDouble oldTemplate, SortedDictionary<string, string> oldParameters, SortedDictionary<string, string> parameters)
    {
        var old = oldTemplate.Resources.FirstOrDefault(candidate => candidate.LogicalId == resource.LogicalId);
        if (old is null)
        {
            foreach (var step in CreateResource(stack, resource))
                yield return step;
            if (!stack.Physical.ContainsKey(resource.LogicalId))
                yield return "failed";
            yield break;
        }

        var before = old.Resolved(oldParameters);
        var after = resource.Resolved(parameters);
        if (before.SequenceEqual(after))
            yield break;
        stack.Note(resource, "UPDATE_IN_PROGRESS");
        yield return "";
        foreach (var step in TakeTime(stack, resource))
            yield return step;
        if (cloudFormation.FailureOf(stack, resource) is { } failure)
        {
            stack.Note(resource, "UPDATE_FAILED", failure);
            yield return "failed";
            yield break;
        }

        if (resource.IsStack)
        {
            var child = stack.Children[resource.LogicalId];
            foreach (var step in UpdateSteps(child, TemplateDouble.Parse(s3.Read(resource.TemplateUrl)), resource.NestedParameters(parameters), keepFailed: false, reason: null))
                yield return "";
            if (child.Status != "UPDATE_COMPLETE")
            {
                stack.Note(resource, "UPDATE_FAILED", $"Embedded stack {child.Id} was not successfully updated. Currently in {child.Status} with reason: {child.Reason}");
                yield return "failed";
                yield break;
            }
        }
        else if (after.Keys.Union(before.Keys).Any(name => resource.Replaces(name) && before.GetValueOrDefault(name) != after.GetValueOrDefault(name)))
        {
            stack.Physical[resource.LogicalId] = cloudFormation.NewPhysicalId(stack, resource);
        }

        stack.Note(resource, "UPDATE_COMPLETE");
    }

    private IEnumerable<string> RollBack(StackDouble stack, TemplateDouble old, ResourceDouble failed, string reason, bool keepFailed)
    {
        if (keepFailed)
        {
            stack.Enter("UPDATE_FAILED", reason);
            yield break;
        }

        stack.Enter("UPDATE_ROLLBACK_IN_PROGRESS", reason);
        yield return "";
        if (old.Resources.Any(resource => resource.LogicalId == failed.LogicalId))
        {
            stack.Note(failed, "UPDATE_IN_PROGRESS");
            stack.Note(failed, "UPDATE_COMPLETE");
        }

        foreach (var (logicalId, child) in stack.Children.Where(child => child.Value.Before is not null && child.Value.Status == "UPDATE_COMPLETE"))
        {
            var nested = old.Resources.First(resource => resource.LogicalId == logicalId);
            stack.Note(nested, "UPDATE_IN_PROGRESS");
            child.Enter("UPDATE_ROLLBACK_IN_PROGRESS");
            yield return "";
            Restore(child);
            child.Enter("UPDATE_ROLLBACK_COMPLETE");
            stack.Note(nested, "UPDATE_COMPLETE");
        }

        stack.Enter("UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS");
        yield return "";
        Restore(stack);
        stack.Enter("UPDATE_ROLLBACK_COMPLETE");
    }

    private void Restore(StackDouble stack)
    {
        var (template, parameters, physical) = stack.Before!.Value;
        foreach (var (logicalId, id) in stack.Physical.Where(pair => physical.GetValueOrDefault(pair.Key) != pair.Value).ToList())
        {
            cloudFormation.Alive.Remove(id);
            stack.Physical.Remove(logicalId);
            if (stack.Children.Remove(logicalId, out var added))
                Forget(added);
        }

        foreach (var (logicalId, id) in physical)
            stack.Physical[logicalId] = id;
        (stack.Template, stack.Parameters, stack.Before) = (template, parameters, null);
    }

    private void Forget(StackDouble stack)
    {
        cloudFormation.Alive.ExceptWith(stack.Physical.Values);
        stack.Enter("DELETE_COMPLETE");
    }

    private IEnumerable<string> DeleteSteps(StackDouble stack, string? reason)
    {
        stack.Enter("DELETE_IN_PROGRESS", reason);
        yield return "";
        foreach (var step in DeleteResources(stack, stack.Template.Resources.Reverse()))
            yield return step;
        if (stack.Template.Resources.FirstOrDefault(resource => stack.Physical.ContainsKey(resource.LogicalId) && resource.DeletionPolicy != "Retain") is { } stuck)
            stack.Enter("DELETE_FAILED", $"The following resource(s) failed to delete: [{stuck.LogicalId}]. ");
        else
            stack.Enter("DELETE_COMPLETE");
    }

    private IEnumerable<string> DeleteResources(StackDouble stack, IEnumerable<ResourceDouble> resources)
    {
        foreach (var resource in resources.Where(resource => stack.Physical.ContainsKey(resource.LogicalId)).ToList())
        {
            if (resource.DeletionPolicy == "Retain")
            {
                stack.Note(resource, "DELETE_SKIPPED");
                continue;
            }

            stack.Note(resource, "DELETE_IN_PROGRESS");
            yield return "";
            if (cloudFormation.DeletionFailureOf(resource) is { } failure)
            {
                stack.Note(resource, "DELETE_FAILED", failure);
                continue;
            }

            if (stack.Children.Remove(resource.LogicalId, out var child))
            {
                foreach (var step in DeleteSteps(child, reason: null))
                    yield return step;
            }

            stack.Note(resource, "DELETE_COMPLETE");
            if (stack.Physical.Remove(resource.LogicalId, out var id))
                cloudFormation.Alive.Remove(id);
        }
    }
}
