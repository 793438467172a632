using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Environment;

/// <summary><c>x-environment</c> of a service: variables that become parameters of the deployment, with the compose file's value as default.</summary>
public sealed class VariableParametersModule : ServiceModule
{
    private const string EnvironmentKey = "x-environment";

    public override IReadOnlyList<string> Keys { get; } = [EnvironmentKey];

    public override Synthesized Synthesize(Family family, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var variables = family.Services.SelectMany(service => Read(service, diagnostics)).ToList();
        diagnostics.AddRange(LogicalId.Clashes(variables.Select(variable => new NamedId($"{variable.Service.Name}.{variable.Variable.Name}", variable.Parameter.Name, variable.Parameter.Origin))));
        return new()
        {
            // A service of several families has its parameters once.
            Parameters = [.. variables
                .Where(variable => string.Equals(surroundings.FamiliesOf(variable.Service.Name).First().Name, family.Name, StringComparison.Ordinal))
                .Select(variable => variable.Parameter)
                .GroupBy(parameter => parameter.Name, StringComparer.Ordinal)
                .Select(group => group.First())],
            Contributions = [.. variables.Select(variable => Set(family, variable))],
        };
    }

    private static Contribution Set(Family family, VariableParameter variable)
    {
        var origin = variable.Parameter.Origin;
        return new SetVariable(family, [variable.Service.Name], variable.Variable.Name, new CfnParameterReference(variable.Parameter.Name, origin), origin) { Replaces = true };
    }

    private static IReadOnlyList<VariableParameter> Read(ComposeService service, DiagnosticBag diagnostics)
    {
        if (service.Key(EnvironmentKey) is not { } key)
        {
            return [];
        }

        if (key.Value is not YamlMapping mapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(key.Name, "a mapping with SetAsParameter", key.Value.Location));
            return [];
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        var variables = VariableParameter.ReadAll(service, reader.Node("SetAsParameter"), diagnostics);
        reader.RejectOthers();
        return variables;
    }
}
