using System.Collections.Generic;
using System.Linq;
using ComposeX.Deploy.Reporting;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Operations;

/// <summary>Findings about carrying an operation out.</summary>
internal static class OperationDiagnostics
{
    public static Diagnostic UnknownParameter(Location place, string name, IEnumerable<string> known) =>
        Diagnostic.Error("CX6401", place, $"The root template has no parameter \"{name}\".{Spelling.Hint(name, known)}");

    public static Diagnostic NoValue(Location place, string name, bool secret) => Diagnostic.Error(
        "CX6402",
        place,
        $"The parameter \"{name}\" has no value. " + (secret
            ? "Name the environment variable that holds it in the item \"EcsParameter\" (metadata \"Variable\")."
            : "Give it one with the item \"EcsParameter\"."));

    public static Diagnostic NoImage(Location place, string service, string parameter) => Diagnostic.Error(
        "CX6414",
        place,
        $"The service \"{service}\" is built from source, and nothing says where its image is. Push it to a registry and give its name, best with its digest, to the item \"EcsParameter\" \"{parameter}\".");

    public static Diagnostic CannotChange(string stackName, string status, string advice) =>
        Diagnostic.Error("CX6403", Place.None, $"The stack \"{stackName}\" is in the state \"{status}\" and cannot be changed. {advice}");

    public static Diagnostic ChangeSetFailed(string stackName, string reason) =>
        Diagnostic.Error("CX6404", Place.None, $"CloudFormation cannot plan the change of the stack \"{stackName}\": {reason}");

    public static Diagnostic ResourceFailed(Location place, string resource, string type, string what, string reason, string left) =>
        Diagnostic.Error("CX6405", place, $"\"{resource}\" ({type}) could not be {what}: {reason} {left}");

    public static Diagnostic StackFailed(string stackName, string status, string reason) =>
        Diagnostic.Error("CX6406", Place.None, $"The operation on the stack \"{stackName}\" ended in the state \"{status}\": {reason}");

    public static Diagnostic RollbackStuck(Location place, string stackName, IReadOnlyList<string> resources, IReadOnlyList<string> toSkip) => Diagnostic.Error(
        "CX6415",
        place,
        $"The rollback of the stack \"{stackName}\" is stuck{(resources.Count > 0 ? " on " + string.Join(", ", resources) : "")}. Mend the cause and deploy again, which goes on with the rollback first; or leave what cannot be rolled back as it is: \"aws cloudformation continue-update-rollback --stack-name {stackName}{(toSkip.Count > 0 ? " --resources-to-skip " + string.Join(" ", toSkip) : "")}\", after which these resources are not as their templates say until they are deployed again.");

    public static Diagnostic TimedOut(string stackName, string minutes, string left) =>
        Diagnostic.Error("CX6407", Place.None, $"The operation on the stack \"{stackName}\" took longer than {minutes} minutes (\"EcsTimeoutMinutes\"). {left}");

    public static Diagnostic Cancelled(string left) =>
        Diagnostic.Error("CX6408", Place.None, $"Cancelled. {left}");

    public static Diagnostic NoStack(string stackName, string region) =>
        Diagnostic.Error("CX6409", Place.None, $"There is no stack \"{stackName}\" in {region}. Deploy it first, or look at the region and the account.");

    public static Diagnostic Protected(string stackName) =>
        Diagnostic.Error("CX6410", Place.None, $"The stack \"{stackName}\" is protected from deletion. Deploy it with \"EcsTerminationProtection\" set to \"false\" first.");

    public static Diagnostic Drifted(Location place, string resource, string type, IEnumerable<string> properties) => Diagnostic.Warning(
        "CX6411",
        place,
        $"\"{resource}\" ({type}) was changed outside CloudFormation: {string.Join(", ", properties.Select(property => $"\"{property.TrimStart('/')}\""))}. Write the change into the compose file, or change it back.");

    public static Diagnostic Deleted(Location place, string resource, string type) =>
        Diagnostic.Warning("CX6412", place, $"\"{resource}\" ({type}) was deleted outside CloudFormation. Remove it from the compose file and deploy, then add it again to have it created.");

    public static Diagnostic DriftUnknown(string stack, string reason) =>
        Diagnostic.Warning("CX6413", Place.None, $"Not every resource of the stack \"{stack}\" could be compared: {reason}");
}
