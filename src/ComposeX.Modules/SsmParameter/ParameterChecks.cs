using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.SsmParameter;

/// <summary>What Systems Manager or CloudFormation refuses, and the published schema does not say.</summary>
internal static class ParameterChecks
{
    private static readonly Regex OfAws = new("^/?(aws|ssm)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Name = new("^[A-Za-z0-9_./-]+$", RegexOptions.CultureInvariant);

    public static void Check(Declaration declaration, CfnMap properties, ParameterMacros macros, DiagnosticBag diagnostics)
    {
        if (properties["Type"] is CfnString { Value: "SecureString" } type)
        {
            diagnostics.Add(SsmParameterDiagnostics.SecureString(declaration.Name, type.Origin));
        }

        if (properties["Name"] is CfnString name)
        {
            CheckName(name, diagnostics);
        }

        if (properties["Value"] is null && macros.FromFile is null)
        {
            diagnostics.Add(SsmParameterDiagnostics.NoValue(declaration.Name, declaration.Origin));
        }
        else if (properties["Value"] is not null && macros.FromFile is { } file)
        {
            diagnostics.Add(SsmParameterDiagnostics.FileAndValue(file.Value, file.Origin));
        }
    }

    /// <summary>Whether there may be a parameter of that name.</summary>
    public static bool IsName(string name) => Name.IsMatch(name) && (name[0] == '/' || !IsPath(name));

    private static void CheckName(CfnString name, DiagnosticBag diagnostics)
    {
        if (OfAws.IsMatch(name.Value))
        {
            diagnostics.Add(SsmParameterDiagnostics.NameOfAws(name.Value, name.Origin));
        }
        else if (!IsName(name.Value))
        {
            diagnostics.Add(SsmParameterDiagnostics.BadName(name.Value, IsPath(name.Value), name.Origin));
        }
    }

    private static bool IsPath(string name) => name.Split('/').Length > 1;
}
