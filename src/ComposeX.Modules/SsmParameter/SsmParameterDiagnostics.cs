using System;
using ComposeX.Syntax;

namespace ComposeX.Modules.SsmParameter;

/// <summary>Findings about parameters.</summary>
public static class SsmParameterDiagnostics
{
    public static Diagnostic SecureString(string name, Location location) =>
        Diagnostic.Error("CXSSMPARAMETER01", location, $"CloudFormation cannot make a \"SecureString\", and a template is no place for what is in it. Keep \"{name}\" in Secrets Manager (\"secrets\" of Compose), or make the parameter elsewhere and name it with \"Use\" or \"Lookup\".");

    public static Diagnostic NoValue(string name, Location location) =>
        Diagnostic.Error("CXSSMPARAMETER02", location, $"The parameter \"{name}\" has no value. Set \"Value\" under \"Properties\", or \"FromFile\" under \"MacroParameters\".");

    public static Diagnostic FileAndValue(string file, Location location) =>
        Diagnostic.Warning("CXSSMPARAMETER03", location, $"\"Value\" is written under \"Properties\", so \"{file}\" is not read. Remove one of them.");

    public static Diagnostic NoFile(string file, Location location) =>
        Diagnostic.Error("CXSSMPARAMETER04", location, $"There is no file \"{file}\", or it cannot be read. A path is relative to the directory of the compose file.");

    public static Diagnostic Invalid(string source, string language, string reason, Location location) =>
        Diagnostic.Error("CXSSMPARAMETER05", location, $"\"{source}\" is no {language}: {reason}. Correct it, or set \"IgnoreInvalid{Titled(language)}: true\" to take it as it is.");

    public static Diagnostic InvalidIgnored(string source, string language, string reason, Location location) =>
        Diagnostic.Warning("CXSSMPARAMETER06", location, $"\"{source}\" is no {language}, and is taken as it is: {reason}.");

    public static Diagnostic JsonAndYaml(Location location) =>
        Diagnostic.Warning("CXSSMPARAMETER07", location, "The text is read as JSON, so what is said about YAML means nothing. Remove the one or the other.");

    public static Diagnostic NothingToIgnore(string ignore, string validate, Location location) =>
        Diagnostic.Warning("CXSSMPARAMETER08", location, $"\"{ignore}\" means nothing without \"{validate}\". Remove it, or set \"{validate}: true\".");

    public static Diagnostic NotKnownYet(Location location) =>
        Diagnostic.Warning("CXSSMPARAMETER09", location, "The value is known only when it is deployed, so it can be neither checked nor rewritten. Remove this, or write the value as a text.");

    public static Diagnostic TooLong(int length, int most, bool helps, Location location) =>
        Diagnostic.Error("CXSSMPARAMETER10", location, FormattableString.Invariant($"The value has {length} characters, and a parameter of this tier holds {most}. {(helps ? "Set \"Tier: Advanced\", which AWS charges for, or make it smaller." : "Make it smaller, or keep it in a bucket.")}"));

    public static Diagnostic Empty(Location location) =>
        Diagnostic.Error("CXSSMPARAMETER11", location, "Systems Manager takes no empty value. Write one.");

    public static Diagnostic DoubleBraces(Location location) =>
        Diagnostic.Error("CXSSMPARAMETER12", location, "Systems Manager does not take a value with {{...}} in it: it would be a reference to another parameter. Set \"EncodeToBase64: true\", or write it otherwise.");

    public static Diagnostic SecretInPlainText(string name, Location location) =>
        Diagnostic.Warning("CXSSMPARAMETER13", location, $"The value of \"{name}\" looks like a secret, and everybody who sees the template or the parameter can read it. Keep it in Secrets Manager: declare it under \"secrets\" of Compose.");

    public static Diagnostic NameOfAws(string name, Location location) =>
        Diagnostic.Error("CXSSMPARAMETER14", location, $"\"{name}\": names that begin with \"aws\" or \"ssm\" are AWS's own. Choose another.");

    public static Diagnostic BadName(string name, bool isPath, Location location) =>
        Diagnostic.Error("CXSSMPARAMETER15", location, isPath
            ? $"\"{name}\" has levels, so it must begin with a slash: \"/{name}\"."
            : $"\"{name}\" is no name of a parameter: letters, digits, and . - _ /.");

    public static Diagnostic NameTwice(string name, string other, Location location) =>
        Diagnostic.Warning("CXSSMPARAMETER16", location, $"\"{other}\" has the name \"{name}\" too, and there can be one parameter of that name. Give this one another.");

    public static Diagnostic NoParameter(string text, Location location) =>
        Diagnostic.Error("CXSSMPARAMETER17", location, $"\"{text}\" is no parameter. Write its name or its ARN after \"Use\".");

    private static string Titled(string language) => language == "JSON" ? "Json" : "Yaml";
}
