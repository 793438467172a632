using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace ComposeX.Deploy.Tests.Aws.CloudFormation;

/// <summary>CloudFormation's query protocol over stacks that take their time.</summary>
internal sealed class CloudFormationDouble
{
    private const string Namespace = "http://cloudformation.amazonaws.com/doc/2010-05-15/";

    private readonly S3Double _s3;
    private readonly StackOperations _operations;
    private readonly List<StackDouble> _stacks = [];
    private readonly List<ChangeSetDouble> _changeSets = [];
    private int _numbers;

    public CloudFormationDouble(S3Double s3)
    {
        _s3 = s3;
        _operations = new StackOperations(s3, this);
    }

    /// <summary>Reasons for which a resource cannot be created or updated, by logical id.</summary>
    public Dictionary<string, string> Failures { get; } = new(StringComparer.Ordinal);

    /// <summary>Reasons for which a resource cannot be deleted, by logical id.</summary>
    public Dictionary<string, string> DeletionFailures { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a repeated call is known by its token.</summary>
    public bool RemembersTokens { get; set; } = true;

    /// <summary>For how many looks a stack is shown as it was before an operation.</summary>
    public int Lag { get; set; }

    /// <summary>A reason for which no change set can be made.</summary>
    public string? ChangeSetFailure { get; set; }

    /// <summary>Properties that somebody has changed, by the resource's logical id; none when it was deleted.</summary>
    public Dictionary<string, string[]> Drifted { get; } = new(StringComparer.Ordinal);

    public string? DriftFailure { get; set; }

    /// <summary>Every physical thing that was ever created, in order.</summary>
    public List<string> Created { get; } = [];

    /// <summary>Every physical thing that is there now.</summary>
    public SortedSet<string> Alive { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<ChangeSetDouble> ChangeSets => [.. _changeSets];

    public IReadOnlyList<StackDouble> Stacks => _stacks;

    public StackDouble? Find(string nameOrId) =>
        _stacks.FirstOrDefault(stack => stack.Id == nameOrId) ?? _stacks.LastOrDefault(stack => stack.Name == nameOrId && !stack.IsDeleted);

    public string? FailureOf(StackDouble stack, ResourceDouble resource) => Failures.GetValueOrDefault(resource.LogicalId);

    public string? DeletionFailureOf(ResourceDouble resource) => DeletionFailures.GetValueOrDefault(resource.LogicalId);

    public string NewPhysicalId(StackDouble stack, ResourceDouble resource)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{stack.Name}-{resource.LogicalId}-{++_numbers}");
        Created.Add(id);
        Alive.Add(id);
        return id;
    }

    public StackDouble NewStack(string name, StackDouble? parent)
    {
        var stack = new StackDouble(name, parent, ++_numbers);
        _stacks.Add(stack);
        return stack;
    }

    public Answer Answer(IReadOnlyDictionary<string, string> form)
    {
        if (form.GetValueOrDefault("Version") != "2010-05-15")
            throw AwsError.Validation("Unknown version");
        var action = form["Action"];
        var result = action switch
        {
            "CreateChangeSet" => Create(form),
            "DescribeChangeSet" => DescribeChangeSet(form),
            "ExecuteChangeSet" => Execute(form),
            "DeleteChangeSet" => DeleteChangeSet(form),
            "DescribeStacks" => DescribeStacks(form),
            "DescribeStackEvents" => Events(Required(form), form.GetValueOrDefault("NextToken", "0")),
            "DescribeStackResources" => "<StackResources>" + Required(form).DescribeResources() + "</StackResources>",
            "DeleteStack" => Delete(form),
            "CancelUpdateStack" => Cancel(Required(form)),
            "ContinueUpdateRollback" => ContinueRollback(Required(form)),
            "DetectStackDrift" => Xml.Element("StackDriftDetectionId", Required(form).Id),
            "DescribeStackDriftDetectionStatus" => DescribeDetection(),
            "DescribeStackResourceDrifts" => Drifts(Required(form)),
            "UpdateTerminationProtection" => Protect(Required(form), form["EnableTerminationProtection"] == "true"),
            _ => throw new AwsError(400, "InvalidAction", "Not played: " + action),
        };
        return Aws.Answer.Ok($"<{action}Response xmlns=\"{Namespace}\"><{action}Result>{result}</{action}Result><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></{action}Response>");
    }

    private StackDouble Required(IReadOnlyDictionary<string, string> form) =>
        Find(form["StackName"]) ?? throw AwsError.Validation($"Stack with id {form["StackName"]} does not exist");

    private ChangeSetDouble ChangeSet(IReadOnlyDictionary<string, string> form)
    {
        var name = form["ChangeSetName"];
        if (_changeSets.FirstOrDefault(candidate => candidate.Id == name) is { } byId)
            return byId;
        if (!form.ContainsKey("StackName"))
            throw AwsError.Validation("StackName must be specified if ChangeSetName is not specified as an ARN.");
        return Required(form).ChangeSets.FirstOrDefault(candidate => candidate.Name == name) ?? throw new AwsError(404, "ChangeSetNotFound", $"ChangeSet [{name}] does not exist");
    }

    private string DescribeChangeSet(IReadOnlyDictionary<string, string> form)
    {
        var changeSet = ChangeSet(form);
        var description = changeSet.Describe(int.Parse(form.GetValueOrDefault("NextToken", "0"), CultureInfo.InvariantCulture));
        if (changeSet.IsGone)
            Forget(changeSet);
        return description;
    }

    private string DescribeDetection() => Xml.Element("DetectionStatus", ++_numbers % 2 == 0 ? "DETECTION_IN_PROGRESS" : DriftFailure is null ? "DETECTION_COMPLETE" : "DETECTION_FAILED")
        + Xml.Element("DetectionStatusReason", DriftFailure);

    private string Drifts(StackDouble stack) => "<StackResourceDrifts>"
        + string.Concat(stack.Template.Resources.Where(resource => Drifted.ContainsKey(resource.LogicalId)).Select(resource => "<member>"
            + Xml.Element("LogicalResourceId", resource.LogicalId)
            + Xml.Element("ResourceType", resource.Type)
            + Xml.Element("StackResourceDriftStatus", Drifted[resource.LogicalId].Length == 0 ? "DELETED" : "MODIFIED")
            + "<PropertyDifferences>" + string.Concat(Drifted[resource.LogicalId].Select(path => "<member>" + Xml.Element("PropertyPath", path) + Xml.Element("ActualValue", AwsDouble.SecretValue) + "</member>")) + "</PropertyDifferences>"
            + "</member>"))
        + "</StackResourceDrifts>";

    private string DescribeStacks(IReadOnlyDictionary<string, string> form)
    {
        var stack = Required(form);
        if (stack.Lag == 0)
            stack.Advance();
        var description = stack.Describe();
        stack.Lag = Math.Max(0, stack.Lag - 1);
        return "<Stacks>" + description + "</Stacks>";
    }

    private static string Events(StackDouble stack, string token)
    {
        const int Size = 5;
        var from = int.Parse(token, CultureInfo.InvariantCulture);
        return "<StackEvents>" + string.Concat(stack.Events.Skip(from).Take(Size)) + "</StackEvents>"
            + Xml.Element("NextToken", stack.Events.Count > from + Size ? (from + Size).ToString(CultureInfo.InvariantCulture) : null);
    }

    private string Create(IReadOnlyDictionary<string, string> form)
    {
        var isNew = form["ChangeSetType"] == "CREATE";
        var stack = Find(form["StackName"]);
        CheckState(stack, isNew, form["StackName"]);
        var name = form["ChangeSetName"];
        if (stack?.ChangeSets.FirstOrDefault(candidate => candidate.Name == name) is { } existing)
        {
            return existing.Token == form["ClientToken"]
                ? Xml.Element("Id", existing.Id) + Xml.Element("StackId", existing.Stack.Id)
                : throw new AwsError(400, "AlreadyExistsException", $"ChangeSet {name} cannot be created due to a mismatch with existing attribute ClientToken");
        }

        var template = ReadTemplate(form);
        var parameters = ReadParameters(form, template, isNew ? null : stack);
        CheckCapabilities(template, form);
        if (stack is null)
        {
            stack = NewStack(form["StackName"], parent: null);
            stack.Enter("REVIEW_IN_PROGRESS", "User Initiated");
        }

        var changeSet = Make(stack, name, form["ClientToken"], template, parameters, form.GetValueOrDefault("IncludeNestedStacks") == "true", ReadTags(form));
        return Xml.Element("Id", changeSet.Id) + Xml.Element("StackId", stack.Id);
    }

    private static void CheckState(StackDouble? stack, bool isNew, string name)
    {
        if (isNew && stack is not null && stack.Status != "REVIEW_IN_PROGRESS")
            throw AwsError.Validation($"Stack [{name}] already exists and cannot be created again with the changeSet [CREATE].");
        if (!isNew && stack is null)
            throw AwsError.Validation($"Stack [{name}] does not exist");
        if (!isNew && (stack!.Status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal) || stack.Status is "ROLLBACK_COMPLETE" or "UPDATE_ROLLBACK_FAILED" or "DELETE_FAILED"))
            throw AwsError.Validation($"Stack:{stack.Id} is in {stack.Status} state and can not be updated.");
    }

    private ChangeSetDouble Make(StackDouble stack, string name, string token, TemplateDouble template, SortedDictionary<string, string> parameters, bool nested, SortedDictionary<string, string> tags)
    {
        var maker = new ChangeSetMaker(_s3, (child, logicalId, childTemplate, childParameters) => Make(child, name + "-" + logicalId, token, childTemplate, childParameters, nested, tags));
        var changes = maker.Changes(stack, template, parameters, nested);
        var changeSet = new ChangeSetDouble(name, token, stack, ++_numbers)
        {
            Template = template,
            Parameters = parameters,
            Tags = tags,
            Changes = changes,
            Failure = ChangeSetFailure is { } failure ? failure : changes.Count > 0 || template.Rest != stack.Template.Rest || !tags.SequenceEqual(stack.Tags) || stack.Parent is not null ? null : "The submitted information didn't contain changes. Submit different information to create a change set.",
        };
        stack.ChangeSets.Add(changeSet);
        _changeSets.Add(changeSet);
        return changeSet;
    }

    private TemplateDouble ReadTemplate(IReadOnlyDictionary<string, string> form)
    {
        if (form.TryGetValue("TemplateURL", out var url))
            return TemplateDouble.Parse(_s3.Read(url));
        return Encoding.UTF8.GetByteCount(form["TemplateBody"]) > 51_200
            ? throw AwsError.Validation("1 validation error detected: Value at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to 51200")
            : TemplateDouble.Parse(form["TemplateBody"]);
    }

    private static SortedDictionary<string, string> ReadParameters(IReadOnlyDictionary<string, string> form, TemplateDouble template, StackDouble? stack)
    {
        var given = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var i = 1; form.TryGetValue($"Parameters.member.{i}.ParameterKey", out var key); i++)
        {
            if (!template.Parameters.ContainsKey(key))
                throw AwsError.Validation($"Parameters: [{key}] do not exist in the template");
            given[key] = form.GetValueOrDefault($"Parameters.member.{i}.UsePreviousValue") == "true"
                ? stack!.Parameters[key]
                : form[$"Parameters.member.{i}.ParameterValue"];
        }

        foreach (var name in template.Parameters.Keys.Where(name => !given.ContainsKey(name)))
            given[name] = template.DefaultOf(name) ?? throw AwsError.Validation($"Parameters: [{name}] must have values");
        return given;
    }

    private static SortedDictionary<string, string> ReadTags(IReadOnlyDictionary<string, string> form)
    {
        var tags = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var i = 1; form.TryGetValue($"Tags.member.{i}.Key", out var key); i++)
            tags[key] = form[$"Tags.member.{i}.Value"];
        return tags;
    }

    private void CheckCapabilities(TemplateDouble template, IReadOnlyDictionary<string, string> form)
    {
        var all = template.Resources.Concat(template.Resources.Where(resource => resource.IsStack).SelectMany(resource => TemplateDouble.Parse(_s3.Read(resource.TemplateUrl)).Resources));
        if (all.Any(resource => resource.Type.StartsWith("AWS::IAM::", StringComparison.Ordinal)) && !form.Values.Any(value => value is "CAPABILITY_IAM" or "CAPABILITY_NAMED_IAM"))
            throw new AwsError(400, "InsufficientCapabilitiesException", "Requires capabilities : [CAPABILITY_IAM]");
    }

    private string Execute(IReadOnlyDictionary<string, string> form)
    {
        var changeSet = ChangeSet(form);
        if (RemembersTokens && changeSet.ExecutionToken is { } token && token == form["ClientRequestToken"])
            return "";
        if (changeSet.ExecutionStatus != "AVAILABLE")
            throw new AwsError(400, "InvalidChangeSetStatus", $"ChangeSet [{changeSet.Id}] cannot be executed in its current execution status of [{changeSet.ExecutionStatus}]");
        var stack = changeSet.Stack;
        var keepFailed = form.GetValueOrDefault("DisableRollback") == "true";
        foreach (var other in stack.ChangeSets)
            other.ExecutionStatus = "OBSOLETE";
        changeSet.ExecutionStatus = "EXECUTE_COMPLETE";
        changeSet.ExecutionToken = form["ClientRequestToken"];
        (stack.Lag, stack.StatusBefore) = (Lag, stack.Status);
        stack.Tags = changeSet.Tags;
        stack.Operation = stack.Status == "REVIEW_IN_PROGRESS" ? _operations.Create(stack, changeSet, keepFailed) : _operations.Update(stack, changeSet, keepFailed);
        stack.Advance();
        return "";
    }

    private string DeleteChangeSet(IReadOnlyDictionary<string, string> form)
    {
        try
        {
            var changeSet = ChangeSet(form);
            if (changeSet.ExecutionStatus is "EXECUTE_IN_PROGRESS")
                throw new AwsError(400, "InvalidChangeSetStatus", $"ChangeSet [{changeSet.Id}] cannot be deleted in status [EXECUTE_IN_PROGRESS]");
            changeSet.Delete();
            if (!changeSet.IsGone)
                return "";
            Forget(changeSet);
        }
        catch (AwsError error) when (error.Code == "ChangeSetNotFound")
        {
            // Deleting what is not there is no error, as with AWS.
        }

        return "";
    }

    private void Forget(ChangeSetDouble changeSet)
    {
        changeSet.Stack.ChangeSets.Remove(changeSet);
        _changeSets.RemoveAll(candidate => candidate == changeSet || candidate.Id.Contains($"/{changeSet.Name}-", StringComparison.Ordinal));
    }

    private string Delete(IReadOnlyDictionary<string, string> form)
    {
        if (Find(form["StackName"]) is not { IsDeleted: false } stack)
            return "";
        if (stack.IsProtected)
            throw AwsError.Validation($"Stack [{stack.Name}] cannot be deleted while TerminationProtection is enabled");
        _changeSets.RemoveAll(changeSet => changeSet.Stack == stack);
        if (stack.Status == "REVIEW_IN_PROGRESS")
        {
            stack.Enter("DELETE_COMPLETE");
            return "";
        }

        if (stack.Status != "DELETE_IN_PROGRESS")
        {
            stack.Operation = _operations.Delete(stack);
            stack.Advance();
        }

        return "";
    }

    private static string Cancel(StackDouble stack)
    {
        if (stack.Status != "UPDATE_IN_PROGRESS")
            throw AwsError.Validation("CancelUpdateStack cannot be called from current stack status");
        stack.CancelRequested = true;
        return "";
    }

    private static string ContinueRollback(StackDouble stack)
    {
        if (stack.Status != "UPDATE_ROLLBACK_FAILED")
            throw AwsError.Validation($"Stack:{stack.Id} is in {stack.Status} state and can not continue rollback.");
        stack.Operation = StackOperations.ContinueRollback(stack);
        stack.Advance();
        return "";
    }

    private static string Protect(StackDouble stack, bool isProtected)
    {
        stack.IsProtected = isProtected;
        return Xml.Element("StackId", stack.Id);
    }
}
