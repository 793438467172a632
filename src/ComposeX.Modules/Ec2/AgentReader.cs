using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ec2;

/// <summary>Reads what the ECS agent on an instance is told: labels that tasks can ask for, and settings of its own.</summary>
internal static class AgentReader
{
    // The password of a registry would be there for everybody who can read the template.
    private const string Secret = "ECS_ENGINE_AUTH_DATA";

    private static readonly Regex LabelName = new(@"^[A-Za-z0-9_./\\-]{1,128}$", RegexOptions.CultureInvariant);

    private static readonly Regex LabelValue = new(@"^[A-Za-z0-9_.@/\\:-]{1,128}$", RegexOptions.CultureInvariant);

    private static readonly Regex SettingName = new("^(ECS|AWS)_[A-Z0-9_]+$", RegexOptions.CultureInvariant);

    public static IReadOnlyList<KeyValuePair<string, string>> Labels(YamlMapping? labels, DiagnosticBag diagnostics)
    {
        foreach (var label in labels?.Entries ?? [])
        {
            if (!LabelName.IsMatch(label.Name) || label.Value is not YamlScalar { Text: var value } || !LabelValue.IsMatch(value))
            {
                diagnostics.Add(Ec2Diagnostics.NoLabel(label.Name, label.Key.Location));
            }
        }

        return Pairs(labels);
    }

    public static IReadOnlyList<KeyValuePair<string, string>> Settings(YamlMapping? settings, DiagnosticBag diagnostics)
    {
        foreach (var setting in settings?.Entries ?? [])
        {
            if (setting.Value is not YamlScalar { Text: var text })
            {
                diagnostics.Add(ModelDiagnostics.WrongKind(setting.Name, "a string", setting.Value.Location));
            }
            else if (!SettingName.IsMatch(setting.Name) || setting.Name is "ECS_CLUSTER" || text.Split('\n').Length > 1 || text.Contains("${"))
            {
                diagnostics.Add(Ec2Diagnostics.NoSetting(setting.Name, setting.Key.Location));
            }
            else if (setting.Name == Secret)
            {
                diagnostics.Add(Ec2Diagnostics.SecretOfAgent(setting.Name, setting.Key.Location));
            }
        }

        return Pairs(settings);
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Pairs(YamlMapping? mapping) =>
        [.. (mapping?.Entries ?? []).Where(entry => entry.Value is YamlScalar).Select(entry => new KeyValuePair<string, string>(entry.Name, ((YamlScalar)entry.Value).Text))];
}
