using ComposeX.Deploy.Reporting;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Plans;

/// <summary>Findings about what a plan would do.</summary>
internal static class PlanDiagnostics
{
    public static Diagnostic WouldLoseData(PlannedChange change) => Diagnostic.Error(
        "CX6301",
        change.Origin ?? Place.None,
        $"\"{change.Name}\" ({change.Type}) would be {Verb(change.Kind)} and its data lost, so nothing was changed. Keep it, give it a DeletionPolicy and an UpdateReplacePolicy of \"Retain\", or agree by naming \"{change.Name}\" in the property \"EcsAllowDataLoss\".");

    public static Diagnostic AllowsNothing(string name) => Diagnostic.Warning(
        "CX6302",
        Place.None,
        $"\"EcsAllowDataLoss\" names \"{name}\", but the plan loses no data of a resource of that name. Remove it, so that it cannot allow a later loss.");

    private static string Verb(ChangeKind kind) => kind switch
    {
        ChangeKind.Remove => "removed",
        ChangeKind.MayReplace => "possibly replaced",
        _ => "replaced",
    };
}
