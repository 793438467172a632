using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.Syntax;

namespace ComposeX.Compose.Consistency;

/// <summary>What can be wrong between a project's parts.</summary>
internal static class ConsistencyDiagnostics
{
    public static Diagnostic NothingToRun(YamlScalar service) =>
        Diagnostic.Error("CX1901", service.Location, $"The service \"{service.Text}\" has neither an image nor a build context. Give it \"image\" or \"build\".");

    public static Diagnostic NothingToRunYet(YamlScalar service) =>
        Diagnostic.Note("CX1913", service.Location, $"The service \"{service.Text}\" has neither an image nor a build context in these files. Add the file that gives it \"image\" or \"build\".");

    public static Diagnostic Undefined(Location at, string kind, string name, IEnumerable<string> known) =>
        Diagnostic.Error("CX1902", at, $"There is no {kind} \"{name}\". Declare it under \"{kind}s\" at the top level.{Spelling.Hint(name, known)}");

    public static Diagnostic Disabled(Location at, string service) =>
        Diagnostic.Error("CX1914", at, $"The service \"{service}\" is not active, as none of its profiles is. Activate one, or write \"required: false\" for this dependency.");

    public static Diagnostic Exclusive(YamlScalar key, string other) =>
        Diagnostic.Error("CX1903", key.Location, $"\"{key.Text}\" and \"{other}\" exclude each other. Keep one of them.");

    public static Diagnostic PlatformIsNotBuilt(Location at, string platform) =>
        Diagnostic.Error("CX1904", at, $"The service runs on \"{platform}\", but is not built for it. Add \"{platform}\" to \"platforms\".");

    public static Diagnostic TwoValues(YamlScalar key, string other) =>
        Diagnostic.Error("CX1905", key.Location, $"\"{key.Text}\" and \"{other}\" say different things. Keep one of them.");

    public static Diagnostic MountedTwice(Location at, string target, Location first) =>
        Diagnostic.Error("CX1906", at, $"\"{target}\" is mounted twice; the first time in line {first.Line}. Keep one of them.");

    public static Diagnostic NameIsTaken(YamlScalar name, string other) =>
        Diagnostic.Error("CX1907", name.Location, $"The container name \"{name.Text}\" is taken by the service \"{other}\". Choose another one.");

    public static Diagnostic NameForMany(YamlScalar name, string replicas) =>
        Diagnostic.Error("CX1908", name.Location, $"\"{name.Text}\" cannot be the name of {replicas} containers. Remove \"container_name\", or run one replica.");

    public static Diagnostic DependencyCycle(Location at, IEnumerable<string> services) =>
        Diagnostic.Error("CX1909", at, $"The services depend on each other in a circle: {string.Join(" on ", services.Select(service => $"\"{service}\""))}. Remove one of the dependencies.");

    public static Diagnostic NotBuilt(Location at, string service) =>
        Diagnostic.Error("CX1911", at, $"The service \"{service}\" cannot be a build context, as it is not built. Give it \"build\".");

    public static Diagnostic NoSuchService(Location at, string name, IEnumerable<string> known) =>
        Diagnostic.Error("CX1912", at, $"There is no service \"{name}\" to load, or its profiles are not active.{Spelling.Hint(name, known)}");

    public static Diagnostic WatchWithoutTarget(Location at, string action) =>
        Diagnostic.Error("CX1910", at, $"A watch with the action \"{action}\" needs \"target\", the path in the container.");

    public static Diagnostic TooLarge(YamlScalar number, string name, decimal least, decimal most) =>
        Diagnostic.Error("CX1915", number.Location, string.Format(CultureInfo.InvariantCulture, "\"{0}\" is out of range for \"{1}\". Write a number between {2} and {3}.", number.Text, name, least, most));
}
