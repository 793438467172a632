using ComposeX.Syntax;

namespace ComposeX.Compiler.Linking;

/// <summary>Findings about references between what is declared.</summary>
public static class LinkDiagnostics
{
    public static Diagnostic NotRegistered(string name, Location location) =>
        Diagnostic.Warning("CX2102", location, $"\"{name}\" exists already, so it is not registered here: whoever made it may have done so. Write \"ForceRegister: true\" to register it all the same.");

    public static Diagnostic NoEndpoint(string key, Location location) =>
        Diagnostic.Error("CX2103", location, $"A resource of {key} is not reached by a name in DNS, so \"DnsSettings\" has nothing to lead to. Remove it: clients find the attributes through Cloud Map's API.");

    public static Diagnostic ReservedAttribute(string name, Location location) =>
        Diagnostic.Error("CX2104", location, $"\"{name}\": attributes that begin with AWS_ belong to Cloud Map. Give it another name.");

    public static Diagnostic BadLabel(string label, Location location) =>
        Diagnostic.Error("CX2105", location, $"\"{label}\" is no name in a namespace: letters, digits and hyphens, 63 at most. Set \"Hostname\" under \"DnsSettings\" to one.");

    public static Diagnostic NotSaid(string attribute, string name, Location location) =>
        Diagnostic.Error("CX2106", location, $"\"Use\" does not say the {attribute} of \"{name}\". Write its name or ARN, or, when another project's stack exports it, !ImportValue <stack>::<name>::{attribute}.");

    public static Diagnostic NothingDeclared(string key, Location location) =>
        Diagnostic.Error("CX2101", location, $"The reference leads nowhere: nothing is declared under \"{key}\" in this project.");
}
