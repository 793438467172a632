using System;
using System.Linq;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Model.Vintage;

/// <summary>Rewrites <c>x-sns</c> with its two groups, <c>Topics</c> and <c>Subscriptions</c>, as topics alone.</summary>
internal static class Topics
{
    private const string Key = "x-sns";
    private const string Group = "Topics";
    private const string Subscriptions = "Subscriptions";

    // What a topic of that name would have, and a group of topics has not.
    private static readonly string[] KeysOfTopic = ["Properties", "MacroParameters", "Settings", "Services", "Lookup", "Use", "DeletionPolicy"];

    public static YamlMapping Rewrite(YamlMapping keys, DiagnosticBag diagnostics)
    {
        if (keys.Entry(Key) is not { Value: YamlMapping groups } entry || groups.Entries.Count == 0 || !groups.Entries.All(IsGroup))
        {
            return keys;
        }

        diagnostics.Add(ModelDiagnostics.OlderSpelling($"{groups.Entries[0].Name} under {Key}", $"the topics directly under {Key}", groups.Entries[0].Key.Location));
        if (groups[Subscriptions] is YamlMapping { Entries: [var first, ..] })
        {
            diagnostics.Add(VintageDiagnostics.UnusedSubscriptions(first.Name, first.Key.Location));
        }

        return keys.With(new(entry.Key, groups[Group] as YamlMapping ?? new YamlMapping([], groups.Location)));
    }

    private static bool IsGroup(YamlEntry entry) => entry.Name is Group or Subscriptions
        && (ScalarResolver.IsNull(entry.Value) || (entry.Value is YamlMapping members && !members.Entries.Any(member => Array.IndexOf(KeysOfTopic, member.Name) >= 0)));
}
