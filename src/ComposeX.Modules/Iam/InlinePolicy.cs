using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Iam;

/// <summary>A policy that the user wrote for a task role.</summary>
internal sealed record InlinePolicy(Located<string> Name, CfnValue Document)
{
    public const string Type = "AWS::IAM::Policy";

    private const string Version = "2012-10-17";

    private static readonly Regex LegalName = new("^[A-Za-z0-9_+=,.@-]{1,128}$", RegexOptions.CultureInvariant);

    /// <summary>The entries of <c>Policies</c>.</summary>
    public static IEnumerable<InlinePolicy> ReadAll(YamlSequence? policies, DiagnosticBag diagnostics) =>
        [.. (policies?.Items ?? []).Select((policy, index) => Read(policy, index, diagnostics)).OfType<InlinePolicy>()];

    /// <summary>A document that stands alone, under a name that is given to it.</summary>
    public static InlinePolicy Of(Located<string> name, YamlEntry document) => new(name, Complete(document, (YamlMapping)document.Value));

    private static InlinePolicy? Read(YamlNode policy, int index, DiagnosticBag diagnostics)
    {
        if (policy is not YamlMapping mapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("Policies", "a list of policies, each with PolicyName and PolicyDocument", policy.Location));
            return null;
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        var name = reader.Text("PolicyName");
        var document = reader.Mapping("PolicyDocument");
        reader.RejectOthers();
        if (document is null)
        {
            if (reader.Entry("PolicyDocument") is null)
            {
                diagnostics.Add(IamDiagnostics.NoDocument(mapping.Location));
            }

            return null;
        }

        return new(NameOf(name, document, index, mapping.Location, diagnostics), Complete(mapping.Entries.First(entry => entry.Name == "PolicyDocument"), document));
    }

    private static Located<string> NameOf(Located<string>? given, YamlMapping document, int index, Location place, DiagnosticBag diagnostics)
    {
        var inside = document["PolicyName"] is YamlScalar scalar ? new Located<string>(scalar.Text, scalar.Location) : (Located<string>?)null;
        var name = given ?? inside ?? new Located<string>(FormattableString.Invariant($"Policy{index + 1}"), place);
        if (inside is { } misplaced)
        {
            diagnostics.Add(IamDiagnostics.NameInDocument(name.Value, misplaced.Origin));
        }
        else if (given is null)
        {
            diagnostics.Add(IamDiagnostics.NoName(name.Value, place));
        }

        if (!LegalName.IsMatch(name.Value))
        {
            diagnostics.Add(IamDiagnostics.BadName(name.Value, name.Origin));
        }

        return name;
    }

    // Read as the property that it becomes, so that it is validated as such at its own lines.
    private static CfnValue Complete(YamlEntry entry, YamlMapping document)
    {
        var bare = document with { Entries = [.. document.Entries.Where(member => member.Name != "PolicyName")] };
        var properties = PropertiesReader.Read(new YamlMapping([new YamlEntry(new YamlScalar("PolicyDocument", YamlScalarStyle.Plain, entry.Key.Location), bare)], document.Location), Type, document.Location);
        return properties["PolicyDocument"] is not CfnMap map ? properties.Members[0].Value
            : map["Version"] is not null ? map
            : map with { Members = [new CfnMember("Version", new CfnString(Version, map.Origin), map.Origin), .. map.Members] };
    }
}
