using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Environment;

/// <summary>A variable of a service that whoever deploys may set.</summary>
/// <param name="Variable">The variable in the service's environment.</param>
internal sealed record VariableParameter(ComposeService Service, ComposeVariable Variable, Parameter Parameter)
{
    private static readonly string[] Lists = ["CommaDelimitedList"];

    /// <summary>The entries of <c>SetAsParameter</c>: names of variables, or a map of them to what CloudFormation takes for a parameter.</summary>
    public static IReadOnlyList<VariableParameter> ReadAll(ComposeService service, YamlNode? entries, DiagnosticBag diagnostics)
    {
        switch (entries)
        {
            case null:
                return [];
            case YamlSequence sequence when sequence.Items.All(item => item is YamlScalar):
                return [.. sequence.Items.OfType<YamlScalar>().Select(name => Read(service, name, null, diagnostics)).OfType<VariableParameter>()];
            case YamlMapping mapping:
                return [.. mapping.Entries.Select(entry => Read(service, entry.Key, entry.Value, diagnostics)).OfType<VariableParameter>()];
            default:
                diagnostics.Add(ModelDiagnostics.WrongKind("SetAsParameter", "a list of variables, or a mapping of variables to parameters", entries.Location));
                return [];
        }
    }

    private static VariableParameter? Read(ComposeService service, YamlScalar name, YamlNode? properties, DiagnosticBag diagnostics)
    {
        if (service.Environment.FirstOrDefault(variable => string.Equals(variable.Name, name.Text, StringComparison.Ordinal)) is not { } variable)
        {
            diagnostics.Add(EnvironmentDiagnostics.NoVariable(name.Text, service.Name, [.. service.Environment.Select(own => own.Name)], name.Location));
            return null;
        }

        if (properties is not null and not YamlMapping && !ScalarResolver.IsNull(properties))
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(name.Text, "a mapping with what CloudFormation takes for a parameter, such as Type and AllowedValues", properties.Location));
            return null;
        }

        var reader = MappingReader.Of(properties as YamlMapping, diagnostics);
        var type = reader.Text("Type");
        var value = reader.Text("Default") ?? (variable.Value is { } own ? new Located<string>(own, variable.ValueOrigin) : null);
        var parameter = new Parameter(NameOf(service, variable), type?.Value ?? "String", name.Location)
        {
            Default = value?.Value,
            Description = reader.Text("Description")?.Value ?? $"The variable {variable.Name} of {service.Name}",
            AllowedValues = [.. reader.Texts("AllowedValues").Select(allowed => allowed.Value)],
            AllowedPattern = reader.Text("AllowedPattern")?.Value,
            NoEcho = reader.Boolean("NoEcho") is { Value: true },
        };
        reader.RejectOthers();
        Check(variable, type, value, diagnostics);
        return new(service, variable, parameter);
    }

    private static void Check(ComposeVariable variable, Located<string>? type, Located<string>? value, DiagnosticBag diagnostics)
    {
        if (type is { } given && (given.Value.Contains("List<") || Lists.Contains(given.Value, StringComparer.Ordinal)))
        {
            diagnostics.Add(EnvironmentDiagnostics.ListType(given.Value, given.Origin));
        }

        if (value is { } known && (known.Value.Contains("${AWS::") || Model.Seam.PropertiesReader.ReadReference(known.Value, known.Origin) is not null))
        {
            diagnostics.Add(EnvironmentDiagnostics.NotLiteral(variable.Name, known.Origin));
        }
    }

    // LOG_LEVEL of web is WebLogLevelVariable: no image parameter ends so.
    private static string NameOf(ComposeService service, ComposeVariable variable)
    {
        var words = variable.Name.Any(char.IsLower) ? variable.Name : variable.Name.ToLowerInvariant();
        return LogicalId.From(service.Name, words, "Variable");
    }
}
