using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Rds;

/// <summary>Parameters that are other than the engine's defaults. Without them the database uses the group that AWS keeps for its engine.</summary>
internal sealed record ParameterGroup(CfnValue Family, CfnValue Description, CfnMap Parameters, Location Origin)
{
    private const string Key = "ParametersGroups";

    /// <summary>Null when the user wants none, or, with a finding, when its family cannot be told.</summary>
    public static ParameterGroup? Read(MappingReader macros, Engine engine, string? version, Declaration declaration, DiagnosticBag diagnostics)
    {
        if (macros.Mapping(Key, "ParameterGroup", "ParameterGroups") is not { } mapping)
        {
            return null;
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        var description = reader.Text("Description");
        var written = reader.Text("Family");
        var parameters = reader.Mapping("Parameters");
        reader.RejectOthers(Key);
        var derived = EngineVersions.ParameterFamily(engine, version);
        if (written is { } wrong && derived is not null && wrong.Value != derived)
        {
            diagnostics.Add(RdsDiagnostics.OtherFamily(wrong.Value, derived, engine.Name, version ?? "", wrong.Origin));
        }

        if ((written?.Value ?? derived) is not { } family)
        {
            diagnostics.Add(RdsDiagnostics.FamilyUnknown(engine.Name, mapping.Location));
            return null;
        }

        var cfn = new Cfn(mapping.Location);
        return new(
            new CfnString(family, written?.Origin ?? cfn.Origin),
            description is { } said ? new CfnString(said.Value, said.Origin) : cfn.String($"Parameters of {declaration.Name}"),
            Values(parameters, cfn),
            cfn.Origin);
    }

    /// <summary>A group of these parameters and others: RDS learns of some roles by parameters.</summary>
    public ParameterGroup With(string parameter, CfnValue value) => Parameters[parameter] is null ? this with { Parameters = Parameters.With(parameter, value) } : this;

    public SynthesizedResource Resource(DatabasePlan plan, Declaration declaration)
    {
        var cfn = new Cfn(Origin);
        return new(LogicalIdOf(declaration), plan.IsCluster ? "AWS::RDS::DBClusterParameterGroup" : "AWS::RDS::DBParameterGroup", cfn.Map(
            ("Description", Description),
            ("Family", Family),
            ("Parameters", Parameters)), Home.OfKey(declaration.Module.Key), Origin);
    }

    public static string LogicalIdOf(Declaration declaration) => declaration.LogicalId("ParameterGroup");

    // RDS knows true and false as 1 and 0.
    private static CfnMap Values(YamlMapping? parameters, Cfn cfn) => parameters is null
        ? cfn.Map()
        : PropertiesReader.Read(new YamlMapping([new(new("Parameters", YamlScalarStyle.Plain, parameters.Location), parameters)], parameters.Location), "AWS::RDS::DBParameterGroup", parameters.Location)["Parameters"]
            ?.Replace(value => value is CfnBoolean flag ? new CfnString(flag.Value ? "1" : "0", flag.Origin) : value) as CfnMap ?? cfn.Map();
}
