using System;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.SsmParameter;

/// <summary>A parameter's name and its ARN. The ARN has one slash before the name, whether or not the name begins with it.</summary>
internal static class ParameterName
{
    private const string Before = "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter";

    private static readonly Regex Arn = new(
        @"^arn:(aws[a-z-]*|\$\{AWS::Partition\}):ssm:([a-z0-9-]+|\$\{AWS::Region\}):([0-9]{12}|\$\{AWS::AccountId\}):parameter(/(?<name>[^/]+)|(?<name>/.+))$", RegexOptions.CultureInvariant);

    /// <summary>Whether <c>Use</c> names a parameter.</summary>
    public static void Check(YamlNode use, DiagnosticBag diagnostics)
    {
        if (use is not YamlScalar { Text: var text })
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("Use", "a parameter's name or its ARN", use.Location));
        }
        else if (!Arn.IsMatch(text) && !ParameterChecks.IsName(text))
        {
            diagnostics.Add(SsmParameterDiagnostics.NoParameter(text, use.Location));
        }
    }

    /// <summary>The name of an existing parameter, from its name or ARN.</summary>
    public static CfnValue NameOf(string use, Location origin) =>
        new CfnString(Arn.Match(use) is { Success: true } arn ? arn.Groups["name"].Value : use, origin);

    /// <summary>The ARN of an existing parameter, from its name or ARN.</summary>
    public static CfnValue ArnOf(string use, Location origin) =>
        Arn.IsMatch(use) ? PropertiesReader.ReadText(use, origin) : new Cfn(origin).Sub($"{Before}/{use.TrimStart('/')}");

    /// <summary>The ARN of a new parameter.</summary>
    /// <param name="name">Its name as the user gave it, or null.</param>
    public static CfnValue ArnOf(Declaration declaration, CfnValue? name, Location origin)
    {
        var cfn = new Cfn(origin);
        var reference = cfn.Ref(declaration.LogicalId());
        return BeginsWithSlash(name) switch
        {
            true => cfn.Sub(Before + "${Name}", ("Name", reference)),
            false => cfn.Sub(Before + "/${Name}", ("Name", reference)),

            // Nobody knows how the name begins: of two slashes one is left.
            null => cfn.Function("Fn::Join", cfn.List(cfn.String("/"), cfn.Function("Fn::Split", cfn.List(cfn.String("//"), cfn.Sub(Before + "/${Name}", ("Name", reference)))))),
        };
    }

    private static bool IsPath(string name) => name.Length > 0 && name[0] == '/';

    private static bool? BeginsWithSlash(CfnValue? name) => name switch
    {
        null => false,
        CfnString text => IsPath(text.Value),
        CfnFunction { Name: "Fn::Sub", Argument: CfnString text } when !text.Value.StartsWith("${", StringComparison.Ordinal) => IsPath(text.Value),
        CfnFunction { Name: "Fn::Sub", Argument: CfnList { Items: [CfnString text, ..] } } when !text.Value.StartsWith("${", StringComparison.Ordinal) => IsPath(text.Value),
        _ => null,
    };
}
