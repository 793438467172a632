using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Events;

/// <summary>Whose tasks a rule runs, and how many.</summary>
/// <param name="ReplacesService">Whether the family has no ECS service then; null when nobody said.</param>
internal sealed record TaskStart(Located<string> Target, Located<long>? Count, Located<bool>? ReplacesService)
{
    public static IReadOnlyList<string> Keys { get; } = ["TaskCount", "DeleteDefaultService"];

    public static TaskStart Read(ServiceUse use, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(new YamlMapping(use.Extra, use.Target.Origin), diagnostics);
        var count = reader.Integer(Keys[0]);
        if (count is { Value: < 1 } wrong)
        {
            diagnostics.Add(EventsDiagnostics.NoCount(wrong.Value, wrong.Origin));
        }

        return new(use.Target, count, reader.Boolean(Keys[1]));
    }

    public bool IsOf(Link link) => string.Equals(link.Use.Target.Value, Target.Value, StringComparison.Ordinal);
}
