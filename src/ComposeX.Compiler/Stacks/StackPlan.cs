using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Schema;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Validation;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Stacks;

/// <summary>The stacks of an application and the roads between them: parameters down, outputs up, always by way of the root.</summary>
internal sealed class StackPlan
{
    private const string RootStackName = "RootStackName";
    private const string UseStackName = "UseStackName";

    private readonly StackNames _names;
    private readonly TemplateFormat _format;
    private readonly Dictionary<string, StackBuilder> _stacks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SynthesizedResource> _resources;
    private readonly Dictionary<string, Parameter> _parameters;
    private readonly Dictionary<(string, string?), string> _published = [];

    public StackPlan(string stackName, Synthesized synthesis, StackLayout layout, TemplateFormat format)
    {
        _names = new StackNames(synthesis, layout);
        _format = format;
        _resources = synthesis.Resources.ToDictionary(resource => resource.LogicalId, StringComparer.Ordinal);
        _parameters = synthesis.Parameters.ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);
        var origin = synthesis.Resources.Select(resource => resource.Origin).FirstOrDefault();
        Root = new StackBuilder(stackName, null, $"{stackName}: all that the compose file asks for", origin);
        foreach (var resource in synthesis.Resources)
        {
            if (_names.Of(resource.Home) is { } name && !_stacks.ContainsKey(name))
            {
                _stacks.Add(name, Nested(stackName, name, resource.Origin));
            }
        }

        foreach (var output in synthesis.Outputs)
        {
            if (output.Value is CfnResourceReference reference && !_published.ContainsKey((reference.LogicalId, reference.Attribute)))
            {
                _published.Add((reference.LogicalId, reference.Attribute), output.Name);
            }
        }
    }

    public StackBuilder Root { get; }

    /// <summary>The nested stacks in ordinal order of their names.</summary>
    public IEnumerable<StackBuilder> NestedStacks => _stacks.Values.OrderBy(stack => stack.Name, StringComparer.Ordinal);

    public StackBuilder StackOf(Home home) => _names.Of(home) is { } name && _stacks.TryGetValue(name, out var stack) ? stack : Root;

    /// <summary>A value as a stack can say it: every symbol in it replaced.</summary>
    public CfnValue Resolve(CfnValue value, StackBuilder stack) => value switch
    {
        CfnList list => list with { Items = [.. list.Items.Select(item => Resolve(item, stack))] },
        CfnMap map => map with { Members = [.. map.Members.Select(member => member with { Value = Resolve(member.Value, stack) })] },
        CfnFunction function => Substitution.Shorten(function with { Argument = Resolve(function.Argument, stack) }),
        CfnRootStackName name => RootName(stack, new Cfn(name.Origin)),
        CfnParameterReference parameter => Import(stack, _parameters[parameter.Name], new Cfn(parameter.Origin)),
        CfnResourceReference reference => Resolve(reference, stack),
        CfnSharedList shared => Resolve(shared, stack),
        _ => value,
    };

    /// <summary>What a resource waits for, as its own stack can say it; null when the nested stack as a whole waits instead.</summary>
    public string? ResolveDependency(string logicalId, StackBuilder stack)
    {
        var owner = OwnerOf(logicalId) ?? stack;
        if (owner == stack)
        {
            return logicalId;
        }

        var inRoot = owner.LogicalId ?? logicalId;
        if (stack.IsRoot)
        {
            return inRoot;
        }

        stack.DependsOn.Add(inRoot, inRoot);
        return null;
    }

    /// <summary>Writes an output that its home promises to the world.</summary>
    public void Publish(SynthesizedOutput output, StackBuilder stack)
    {
        var cfn = new Cfn(output.Origin);
        var value = output.Value is CfnResourceReference reference && IsList(reference)
            ? Joined(Resolve(reference, stack), cfn)
            : Resolve(output.Value, stack);
        stack.Outputs.Set(output.Name, new Output(output.Name, value is CfnList list ? cfn.Join(",", list.Items) : value, output.Origin)
        {
            ExportName = output.ExportSuffix is { } suffix ? ExportName(stack, suffix, cfn) : null,
        });
    }

    /// <summary>The finished template.</summary>
    public Template Build(StackBuilder stack, Location origin) => new(stack.Name, stack.Description, origin)
    {
        Parameters = [.. RootNameParameter(stack), .. stack.Parameters.Values],
        Conditions = stack is { IsRoot: false, UsesRootStackName: true } ? [SelfCondition(new Cfn(stack.Origin))] : [],
        Resources = stack.IsRoot ? [.. stack.Resources, .. NestedStacks.Select(NestedStack)] : stack.Resources,
        Outputs = stack.Outputs.Values,
    };

    // A reference that leads nowhere stays where it is: the validator reports it.
    private StackBuilder? OwnerOf(string logicalId) => _resources.TryGetValue(logicalId, out var resource) ? StackOf(resource.Home) : null;

    private static StackBuilder Nested(string stackName, string home, Location origin) =>
        new($"{stackName}.{home}", LogicalId.From(home, "Stack"), $"{stackName}: {home}", origin);

    private CfnValue Resolve(CfnResourceReference reference, StackBuilder stack)
    {
        var cfn = new Cfn(reference.Origin);
        var owner = OwnerOf(reference.LogicalId) ?? stack;
        CfnValue local = reference.Attribute is { } attribute
            ? cfn.Function("Fn::GetAtt", cfn.Strings([reference.LogicalId, attribute]))
            : cfn.Pseudo(reference.LogicalId);
        if (owner == stack)
        {
            return local;
        }

        var name = _published.TryGetValue((reference.LogicalId, reference.Attribute), out var published)
            ? published
            : LogicalId.From(reference.LogicalId, reference.Attribute ?? "");
        var isList = IsList(reference);
        var parameter = new Parameter(name, isList ? "CommaDelimitedList" : ParameterTypes.Of(_resources[reference.LogicalId].Type, reference.Attribute), reference.Origin);
        var value = Road(owner, stack, parameter, isList ? Joined(local, cfn) : local, cfn);
        return isList && stack.IsRoot ? Split(value, cfn) : value;
    }

    private bool IsList(CfnResourceReference reference) => reference.Attribute is { } attribute && _resources.TryGetValue(reference.LogicalId, out var resource)
        && SchemaCatalogue.Default.Find(resource.Type) is { } schema && schema.Attributes.TryGetValue(attribute, out var type) && type is ListType;

    // Outputs, and arguments of nested stacks, are texts.
    private static CfnFunction Joined(CfnValue list, Cfn cfn) => cfn.Function("Fn::Join", cfn.List(cfn.String(","), list));

    private static CfnFunction Split(CfnValue text, Cfn cfn) => cfn.Function("Fn::Split", cfn.List(cfn.String(","), text));

    private CfnValue Resolve(CfnSharedList shared, StackBuilder stack)
    {
        var cfn = new Cfn(shared.Origin);
        var owner = shared.Items.OfType<CfnResourceReference>().Select(item => OwnerOf(item.LogicalId)).FirstOrDefault() ?? stack;
        var local = cfn.List(shared.Items.Select(item => Resolve(item, owner)));
        if (owner == stack)
        {
            return local;
        }

        var parameter = new Parameter(shared.Name, shared.ParameterType, shared.Origin);
        var value = Road(owner, stack, parameter, cfn.Join(",", local.Items), cfn);
        return stack.IsRoot ? Split(value, cfn) : value;
    }

    // From the owner's output, if it is nested, through the root, to the user's parameter, if that is nested.
    private static CfnValue Road(StackBuilder owner, StackBuilder user, Parameter parameter, CfnValue output, Cfn cfn)
    {
        var inRoot = owner.IsRoot ? output : cfn.Function("Fn::GetAtt", cfn.Strings([owner.LogicalId ?? "", $"Outputs.{parameter.Name}"]));
        if (!owner.IsRoot)
        {
            owner.Outputs.Add(parameter.Name, new Output(parameter.Name, output, cfn.Origin));
        }

        return user.IsRoot ? inRoot : Import(user, parameter, inRoot, cfn);
    }

    // A parameter of the whole deployment: declared in the root, and handed down under the same name.
    private CfnFunction Import(StackBuilder stack, Parameter parameter, Cfn cfn)
    {
        Root.Parameters.Add(parameter.Name, parameter);
        return stack.IsRoot
            ? cfn.Pseudo(parameter.Name)
            : Import(stack, new Parameter(parameter.Name, ParameterTypes.Received(parameter.Type), parameter.Origin) { NoEcho = parameter.NoEcho }, cfn.Pseudo(parameter.Name), cfn);
    }

    private static CfnFunction Import(StackBuilder stack, Parameter parameter, CfnValue argument, Cfn cfn)
    {
        stack.Parameters.Add(parameter.Name, parameter);
        stack.Arguments[parameter.Name] = argument;
        return cfn.Pseudo(parameter.Name);
    }

    // Also right in a nested template that is deployed alone: then the stack is its own root.
    private static CfnValue RootName(StackBuilder stack, Cfn cfn)
    {
        if (stack.IsRoot)
        {
            return cfn.Pseudo("AWS::StackName");
        }

        stack.UsesRootStackName = true;
        return cfn.Function("Fn::If", cfn.List(cfn.String(UseStackName), cfn.Pseudo("AWS::StackName"), cfn.Pseudo(RootStackName)));
    }

    private static CfnFunction ExportName(StackBuilder stack, string suffix, Cfn cfn) =>
        Substitution.Shorten(cfn.Sub("${StackRoot}::" + suffix, ("StackRoot", RootName(stack, cfn))));

    private static IEnumerable<Parameter> RootNameParameter(StackBuilder stack) => stack is { IsRoot: false, UsesRootStackName: true }
        ? [new(RootStackName, "String", stack.Origin) { Default = "self", Description = "The root stack's name; self when this template is deployed alone" }]
        : [];

    private static Condition SelfCondition(Cfn cfn) =>
        new(UseStackName, cfn.Function("Fn::Equals", cfn.List(cfn.Pseudo(RootStackName), cfn.String("self"))), cfn.Origin);

    private Resource NestedStack(StackBuilder stack)
    {
        var cfn = new Cfn(stack.Origin);
        var arguments = stack.Parameters.Values.Select(parameter => (parameter.Name, (CfnValue?)stack.Arguments[parameter.Name]));
        var rootName = stack.UsesRootStackName ? [(RootStackName, (CfnValue?)cfn.Pseudo("AWS::StackName"))] : Array.Empty<(string, CfnValue?)>();
        var parameters = cfn.Map(rootName.Concat(arguments));
        var properties = cfn.Map(
            ("TemplateURL", cfn.String(TemplateFileName.Of(stack.Name, _format))),
            ("Parameters", parameters.Members.Count == 0 ? null : parameters));
        return new Resource(stack.LogicalId ?? "", "AWS::CloudFormation::Stack", properties, stack.Origin)
        {
            DeletionPolicy = "Delete",
            UpdateReplacePolicy = "Delete",
            DependsOn = [.. stack.DependsOn.Values.Except(References.In(properties).Select(reference => reference.Name), StringComparer.Ordinal)],
        };
    }
}
