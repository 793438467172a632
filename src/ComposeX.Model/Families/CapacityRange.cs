using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Model.Families;

/// <summary>Between how many and how many tasks a family runs when it scales.</summary>
public sealed record CapacityRange(int Minimum, int Maximum, Location Origin)
{
    private static readonly Regex Syntax = new(@"^\s*(?<minimum>\d{1,9})\s*(-\s*(?<maximum>\d{1,9})\s*)?$", RegexOptions.CultureInvariant);

    /// <summary><c>1-5</c>, or one number for both ends; null when it is neither.</summary>
    public static CapacityRange? Parse(string text, Location origin)
    {
        var match = Syntax.Match(text);
        if (!match.Success)
        {
            return null;
        }

        var minimum = Number(match.Groups["minimum"].Value);
        return new(minimum, match.Groups["maximum"] is { Success: true } maximum ? Number(maximum.Value) : minimum, origin);
    }

    /// <summary>The range of the family's services together: the lowest minimum to the highest maximum; null when none has one.</summary>
    public static CapacityRange? Of(Family family)
    {
        var ranges = family.Services.Select(Of).OfType<CapacityRange>().ToList();
        return ranges.Count == 0 ? null : new(ranges.Min(range => range.Minimum), ranges.Max(range => range.Maximum), ranges[0].Origin);
    }

    /// <summary>The range of one service: that of <c>x-scaling</c>, or else that of <c>x-aws-autoscaling</c>.</summary>
    public static CapacityRange? Of(ComposeService service) => ScalingOf(service)?.Value switch
    {
        YamlMapping scaling => scaling["Range"] is YamlScalar range ? Parse(range.Text, range.Location) : null,
        _ => AutoscalingOf(service)?.Value is YamlMapping autoscaling ? OfAutoscaling(autoscaling) : null,
    };

    /// <summary>A service's <c>x-scaling</c>.</summary>
    public static YamlEntry? ScalingOf(ComposeService service) => Extension(service.Extensions, "x-scaling");

    /// <summary>A service's <c>x-aws-autoscaling</c>, which Docker's ECS integration has under <c>deploy</c>.</summary>
    public static YamlEntry? AutoscalingOf(ComposeService service) =>
        service.Deploy?.Node.Entry("x-aws-autoscaling") ?? Extension(service.Extensions, "x-aws-autoscaling");

    /// <summary>The number of tasks that the family's services ask for (<c>deploy.replicas</c>), or null.</summary>
    public static Located<int>? ReplicasOf(Family family) =>
        family.Services.Select(service => service.Deploy?.Replicas).Where(count => count is not null).OrderByDescending(count => count?.Value).FirstOrDefault();

    private static CapacityRange? OfAutoscaling(YamlMapping autoscaling) =>
        NumberOf(autoscaling["min"], 1) is { } minimum && NumberOf(autoscaling["max"], Math.Max(1, minimum)) is { } maximum
            ? new(minimum, maximum, autoscaling.Location)
            : null;

    private static YamlEntry? Extension(IReadOnlyList<YamlEntry> extensions, string key) =>
        extensions.FirstOrDefault(extension => string.Equals(extension.Name, key, StringComparison.Ordinal));

    private static int? NumberOf(YamlNode? node, int otherwise) => node switch
    {
        null => otherwise,
        YamlScalar scalar when Parse(scalar.Text, scalar.Location) is { } one && one.Minimum == one.Maximum => one.Minimum,
        _ => null,
    };

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
