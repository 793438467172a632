using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>
/// The disk of a Fargate task, when the 20 GiB that every task has are too few: the deploy label <c>ecs.ephemeral.storage</c>, a number
/// of GiB or a size, or Compose's own <c>storage_opt.size</c>. The largest of the family counts.
/// </summary>
internal static class EphemeralStorage
{
    private const int Given = 20;
    private const int Most = 200;

    private static readonly Regex _size = new(@"^(?<number>\d+(\.\d+)?)\s*(?<unit>[kmgt]?)(i?b)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    public static CfnMap? Of(Family family, DiagnosticBag diagnostics)
    {
        var asked = family.Services.SelectMany(service => Asked(service, diagnostics)).OrderByDescending(asked => asked.Value).ToList();
        if (asked.Count == 0 || asked[0].Value <= Given)
        {
            return null;
        }

        if (family.Platform() != ComputePlatform.Fargate)
        {
            diagnostics.Add(FamilyDiagnostics.StorageOfFargate(family.Name, asked[0].Origin));
            return null;
        }

        if (asked[0].Value > Most)
        {
            diagnostics.Add(FamilyDiagnostics.Clamped("the storage", family.Name, "200 GiB", "21 to 200 GiB", asked[0].Origin));
        }

        var cfn = new Cfn(asked[0].Origin);
        return cfn.Map(("SizeInGiB", cfn.Number(Math.Min(asked[0].Value, Most))));
    }

    private static IEnumerable<Located<int>> Asked(ComposeService service, DiagnosticBag diagnostics)
    {
        if (service.DeployLabel(DeployLabels.EphemeralStorage) is { } label)
        {
            yield return new(Gibibytes(label.Value ?? "", 'g', label.ValueOrigin, diagnostics), label.ValueOrigin);
        }

        foreach (var option in (service.Node["storage_opt"] as YamlMapping)?.Entries ?? [])
        {
            if (option is { Name: "size", Value: YamlScalar size })
            {
                yield return new(Gibibytes(size.Text, 'b', size.Location, diagnostics), size.Location);
            }
            else
            {
                diagnostics.Add(AttributeDiagnostics.Impossible($"storage_opt.{option.Name}", service.Name, "Only \"size\" means something here", option.Key.Location));
            }
        }
    }

    private static int Gibibytes(string text, char unitless, Location origin, DiagnosticBag diagnostics)
    {
        if (_size.Match(text.Trim()) is not { Success: true } match
            || !decimal.TryParse(match.Groups["number"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            diagnostics.Add(FamilyDiagnostics.NoStorageSize(text, origin));
            return 0;
        }

        var unit = match.Groups["unit"].Value is { Length: > 0 } written ? char.ToLowerInvariant(written[0]) : text.TrimEnd().EndsWith("b", StringComparison.OrdinalIgnoreCase) ? 'b' : unitless;
        var factor = unit switch
        {
            't' => 1024m,
            'g' => 1m,
            'm' => 1m / 1024,
            'k' => 1m / (1024 * 1024),
            _ => 1m / (1024 * 1024 * 1024),
        };
        return (int)Math.Min(Math.Ceiling(Math.Min(number, 1_000_000_000_000m) * factor), 1_000_000m);
    }
}
