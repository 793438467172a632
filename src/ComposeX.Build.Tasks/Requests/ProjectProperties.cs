using System;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Build.Tasks.Findings;
using ComposeX.CloudFormation.Templates;
using ComposeX.Compiler.Stacks;
using ComposeX.Model.Meshes;
using ComposeX.Syntax;

namespace ComposeX.Build.Tasks.Requests;

/// <summary>Reads what a project file says in its properties; a value that means nothing becomes a finding at the project file.</summary>
internal sealed class ProjectProperties(string projectFile, DiagnosticBag diagnostics)
{
    private static readonly Regex StackNames = new("^[A-Za-z][A-Za-z0-9-]{0,127}$", RegexOptions.CultureInvariant);
    private static readonly Regex EnvironmentNames = new("^[A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?$", RegexOptions.CultureInvariant);
    private static readonly Regex Policies = new(@"^(?:arn:(?:aws[a-z-]*|\$\{AWS::Partition\}):iam::(?:aws|[0-9]{12}|\$\{AWS::AccountId\}):policy)?/?(?:[A-Za-z0-9+=,.@_-]+/)*[A-Za-z0-9+=,.@_-]+$", RegexOptions.CultureInvariant);

    public TemplateFormat Format(string? value) => Choice("EcsTemplateFormat", value, ("json", TemplateFormat.Json), ("yaml", TemplateFormat.Yaml));

    public StackLayout? Layout(string? value) => Choice<StackLayout?>("EcsStackLayout", value, ("Auto", null), ("Nested", StackLayout.Nested), ("Single", StackLayout.Single), ("Sharded", StackLayout.Sharded));

    public bool CreateVpc(string? value) => Choice("EcsCreateVpc", value, ("true", true), ("false", false));

    public MeshProvider MeshProvider(string? value) => Choice("EcsMeshProvider", value, ("AppMesh", Model.Meshes.MeshProvider.AppMesh), ("ServiceConnect", Model.Meshes.MeshProvider.ServiceConnect));

    public string? StackName(string? value)
    {
        var name = Text(value);
        if (name is not null && !StackNames.IsMatch(name))
            diagnostics.Add(BuildDiagnostics.InvalidStackName(projectFile, name));
        return name;
    }

    /// <summary>The environment's name; it becomes part of file names and of the stack's name.</summary>
    public string? EnvironmentName(string? value)
    {
        var name = Text(value);
        if (name is null || EnvironmentNames.IsMatch(name))
            return name;
        diagnostics.Add(BuildDiagnostics.InvalidEnvironment(projectFile, name));
        return null;
    }

    public string? PermissionsBoundary(string? value)
    {
        var policy = Text(value);
        if (policy is not null && !Policies.IsMatch(policy))
            diagnostics.Add(BuildDiagnostics.InvalidBoundary(projectFile, policy));
        return policy;
    }

    /// <summary>A property's value, null when it is not set.</summary>
    public static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value!.Trim();

    // The first choice is the default.
    private T Choice<T>(string property, string? value, params (string Word, T Value)[] choices)
    {
        if (Text(value) is not { } word)
            return choices[0].Value;

        foreach (var choice in choices)
        {
            if (string.Equals(choice.Word, word, StringComparison.OrdinalIgnoreCase))
                return choice.Value;
        }

        diagnostics.Add(BuildDiagnostics.UnknownValue(projectFile, property, word, [.. choices.Select(choice => choice.Word)]));
        return choices[0].Value;
    }
}
