using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Validation;

/// <summary>Checks a policy document against IAM's grammar: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html</summary>
internal sealed class PolicyDocumentValidator(PolicyKind kind, DiagnosticBag diagnostics)
{
    private static readonly IReadOnlyList<string> s_documentElements = ["Version", "Id", "Statement"];

    private static readonly IReadOnlyList<string> s_statementElements =
        ["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"];

    private static readonly IReadOnlyList<string> s_versions = ["2012-10-17", "2008-10-17"];

    private static readonly IReadOnlyList<string> s_effects = ["Allow", "Deny"];

    public void Check(CfnMap document)
    {
        CheckElements("A policy document", document, s_documentElements);
        CheckText("Version", document["Version"], s_versions);
        switch (document["Statement"])
        {
            case null:
                CheckMissing("A policy document", "Statement", document, s_documentElements);
                break;
            case CfnList several:
                foreach (var statement in several.Items)
                    CheckStatement(statement);
                break;
            case { } only:
                CheckStatement(only);
                break;
        }
    }

    private void CheckStatement(CfnValue statement)
    {
        if (statement is CfnMap map)
            CheckStatement(map);
        else if (statement is not (CfnFunction or CfnNull))
            diagnostics.Add(PolicyDiagnostics.WrongShape("Statement", "a list of objects", statement.Origin));
    }

    private void CheckStatement(CfnMap statement)
    {
        const string Owner = "A statement of a policy";
        CheckElements(Owner, statement, s_statementElements);
        if (statement["Effect"] is null)
            CheckMissing(Owner, "Effect", statement, s_statementElements);
        CheckText("Effect", statement["Effect"], s_effects);
        CheckOneOf(statement, "Action", "NotAction", required: true);
        CheckOneOf(statement, "Resource", "NotResource", required: kind == PolicyKind.Identity);
        CheckOneOf(statement, "Principal", "NotPrincipal", required: kind != PolicyKind.Identity);
        CheckNotHere(statement);
        new PolicyElementValidator(diagnostics).Check(statement);
        foreach (var action in Texts(statement["Action"]).Concat(Texts(statement["NotAction"])).Where(action => !IsAction(action.Value)))
            diagnostics.Add(PolicyDiagnostics.InvalidAction(action.Value, action.Origin));
    }

    private void CheckNotHere(CfnMap statement)
    {
        IReadOnlyList<string> forbidden = kind switch
        {
            PolicyKind.Identity => ["Principal", "NotPrincipal"],
            PolicyKind.Trust => ["Resource", "NotResource"],
            _ => [],
        };
        foreach (var member in statement.Members.Where(member => forbidden.Contains(member.Name)))
            diagnostics.Add(PolicyDiagnostics.NotHere(member.Name, kind == PolicyKind.Trust ? "a role's trust policy" : "a policy of a role, user or group", member.NameOrigin));
    }

    private void CheckOneOf(CfnMap statement, string name, string opposite, bool required)
    {
        if (statement[name] is not null && statement[opposite] is { } second)
            diagnostics.Add(PolicyDiagnostics.Both(name, opposite, second.Origin));
        else if (required && statement[name] is null && statement[opposite] is null)
            CheckMissing("A statement of a policy", name, statement, s_statementElements);
    }

    private void CheckMissing(string owner, string name, CfnMap map, IReadOnlyList<string> known)
    {
        if (!map.Members.Any(member => Misspelling.Of(member.Name, known) == name))
            diagnostics.Add(PolicyDiagnostics.Missing(owner, name, map.Origin));
    }

    private void CheckElements(string owner, CfnMap map, IReadOnlyList<string> known)
    {
        foreach (var member in map.Members.Where(member => !known.Contains(member.Name)))
            diagnostics.Add(PolicyDiagnostics.UnknownElement(owner, member.Name, known, member.NameOrigin));
    }

    private void CheckText(string name, CfnValue? value, IReadOnlyList<string> allowed)
    {
        if (value is CfnString text && !allowed.Contains(text.Value))
            diagnostics.Add(PolicyDiagnostics.InvalidValue(name, text.Value, allowed, text.Origin));
    }

    private static IEnumerable<CfnString> Texts(CfnValue? value) => value switch
    {
        CfnString text => [text],
        CfnList list => list.Items.OfType<CfnString>(),
        _ => [],
    };

    private static bool IsAction(string text) =>
        text == "*"
        || (text.Split(':') is [{ Length: > 0 } service, { Length: > 0 } action]
            && service.All(character => char.IsLetterOrDigit(character) || character is '-' or '*')
            && action.All(character => char.IsLetterOrDigit(character) || character is '*' or '?'));
}
