using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Lookups;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Lookups;

/// <summary>Findings about what was found on AWS for look-ups, each at the look-up in the compose file.</summary>
internal static class LookupDiagnostics
{
    private const int MostShown = 10;

    public static Diagnostic Nothing(PlannedQuery query, string region) => Diagnostic.Error("CX6601", query.Origin,
        $"Nothing was found on AWS in {region}: no {query.Type} with {LookupText.Of(query.Key)}. Look at the region, the account{(query.Key.RoleArn is null ? "" : " of the role")} and the spelling.");

    public static Diagnostic Several(PlannedQuery query, IReadOnlyList<Candidate> found) => Diagnostic.Error("CX6602", query.Origin,
        System.FormattableString.Invariant($"{found.Count} of {query.Type} have {LookupText.Of(query.Key)}, and one is needed: ")
        + string.Join("; ", found.OrderBy(candidate => candidate.Shown, System.StringComparer.Ordinal).Take(MostShown).Select(candidate => candidate.Description))
        + (found.Count > MostShown ? "; and others" : "") + ". Add a tag that only one of them has, or give its \"Arn\".");

    public static Diagnostic Gone(PlannedQuery query, Candidate found) => Diagnostic.Error("CX6603", query.Origin,
        $"There is no {query.Type} \"{found.Shown}\"{(query.Key.Tags.Count > 0 ? ": AWS still lists it by its tags, which it does for a while after a deletion" : "")}. Correct the look-up.");

    public static Diagnostic NoAttribute(PlannedQuery query, Candidate found, PlannedAttribute attribute) => Diagnostic.Error("CX6604", query.Origin,
        $"AWS does not say the \"{attribute.Name}\" of \"{found.Shown}\" ({attribute.From} of {query.Type}), which the templates need.");

    public static Diagnostic Unfit(PlannedQuery query, Candidate found, string why) => Diagnostic.Error("CX6605", query.Origin,
        $"\"{found.Shown}\" cannot be used: {why}");

    public static Diagnostic Elsewhere(PlannedQuery query, Candidate found, string path, string actual, string expected) => Diagnostic.Error("CX6606", query.Origin,
        $"\"{found.Shown}\" has the {path} \"{actual}\", and the look-up needs \"{expected}\".");

    public static Diagnostic Forbidden(PlannedQuery query, string action, string reason) => Diagnostic.Error("CX6607", query.Origin,
        $"These credentials may not call \"{action}\", which this look-up needs: {reason} Allow the action for {(query.Key.RoleArn is { } role ? $"the role \"{role}\"" : "the identity that looks up")}.");

    public static Diagnostic Refused(PlannedQuery query, string operation, string code, string reason) => Diagnostic.Error("CX6608", query.Origin,
        $"AWS refused \"{operation}\" ({code}) for this look-up: {reason}");

    public static Diagnostic NoRole(PlannedQuery query, string role, string reason) => Diagnostic.Error("CX6609", query.Origin,
        $"The role \"{role}\" cannot be assumed: {reason} It must trust this identity, and the identity must be allowed \"sts:AssumeRole\" on it.");

    public static Diagnostic NotByIdentifier(PlannedQuery query, PlannedAttribute attribute) => Diagnostic.Error("CX6610", query.Origin,
        $"The \"{attribute.Name}\" of {query.Type} follows from its ARN, so look it up by \"Arn\" or \"Tags\".");
}
