using System.Collections.Generic;
using System.Linq;
using ComposeX.Syntax;

namespace ComposeX.Compose.Loading;

/// <summary>What can be wrong when files are put together.</summary>
internal static class LoadDiagnostics
{
    public static Diagnostic FileNotFound(Location at, string path) =>
        Diagnostic.Error("CX1010", at, $"There is no file \"{path}\".");

    public static Diagnostic Empty(Location at) =>
        Diagnostic.Error("CX1011", at, "The compose file is empty. It has at least \"services:\".");

    public static Diagnostic NoFile(Location at) =>
        Diagnostic.Error("CX1009", at, "No compose file was given. Add \"compose.yaml\" to the project.");

    public static Diagnostic ObsoleteVersion(Location at) =>
        Diagnostic.Warning("CX1012", at, "\"version\" has no meaning any more. Remove it.");

    public static Diagnostic NotServices(Location at) =>
        Diagnostic.Error("CX1013", at, "\"services\" has to be a mapping from the names of services to what they are.");

    public static Diagnostic NotAService(Location at, string name) =>
        Diagnostic.Error("CX1014", at, $"The service \"{name}\" has to be a mapping.");

    public static Diagnostic IncludeIsNotAList(Location at) =>
        Diagnostic.Error("CX1020", at, "\"include\" has to be a list of paths, or of mappings with \"path\".");

    public static Diagnostic IncludeWithoutPath(Location at) =>
        Diagnostic.Error("CX1021", at, "An item of \"include\" has to be a path, or a mapping with \"path\".");

    public static Diagnostic IncludeCycle(Location at, string path, IEnumerable<string> including) =>
        Diagnostic.Error("CX1022", at, $"\"{path}\" includes itself: {string.Join(" includes ", including.Concat([path]))}.");

    public static Diagnostic IncludedSectionIsNotAMapping(Location at, string section) =>
        Diagnostic.Error("CX1023", at, $"\"{section}\" has to be a mapping.");

    public static Diagnostic IncludeTooDeep(Location at, int limit) =>
        Diagnostic.Error("CX1024", at, $"This is the {limit}th file in a row that another includes, which is more than is read. Include it further up.");

    public static Diagnostic ExtendsTooLong(Location at, int limit) =>
        Diagnostic.Error("CX1033", at, $"More than {limit} services extend each other in a row, which is more than is read. Extend one further down.");

    public static Diagnostic ExtendsWithoutService(Location at) =>
        Diagnostic.Error("CX1030", at, "\"extends\" has to be the name of a service, or a mapping with \"service\" and possibly \"file\".");

    public static Diagnostic ExtendsUnknownService(Location at, string name, string file, IEnumerable<string> known) =>
        Diagnostic.Error("CX1031", at, $"There is no service \"{name}\" in {file} to extend.{Spelling.Hint(name, known)}");

    public static Diagnostic ExtendsCycle(Location at, IEnumerable<string> chain) =>
        Diagnostic.Error("CX1032", at, $"The service extends itself: {string.Join(" extends ", chain.Select(name => $"\"{name}\""))}.");
}
