using System.Linq;
using ComposeX.Syntax;
using Xunit;

namespace ComposeX.Testing.Tests;

public sealed class AnnotatedFindingsTests
{
    private const string File = "/case/docker-compose.yml";

    [Fact]
    public void Carets_stand_under_exactly_the_span() => Assert.Equal(
        "services:\n  web:\n    imge: redis\n#   ^^^^ CX1004 error: \"imge\" is not known.\n    ports: []\n",
        Annotate("services:\n  web:\n    imge: redis\n    ports: []\n", Error(3, 5, 3, 9, "\"imge\" is not known.")));

    [Fact]
    public void A_span_in_the_first_column_has_its_caret_there() => Assert.Equal(
        "srvices:\n^^^^^^^ CX1004 error: No.\n",
        Annotate("srvices:\n", Error(1, 1, 1, 8, "No.")));

    [Fact]
    public void A_span_without_width_is_a_bar() => Assert.Equal("a: \n#  | CX1004 error: No.\n", Annotate("a: \n", Error(1, 4, 1, 4, "No.")));

    [Fact]
    public void A_span_of_lines_is_marked_to_the_end_of_its_first() => Assert.Equal(
        "a:\n  b:\n# ^^→4:1 CX1004 error: No.\n    c\n",
        Annotate("a:\n  b:\n    c\n", Error(2, 3, 4, 1, "No.")));

    [Fact]
    public void Tabs_are_kept_before_the_caret_and_columns_written_out() => Assert.Equal(
        "a:\tb\n# \t^ [4..5) CX1004 error: No.\n",
        Annotate("a:\tb\n", Error(1, 4, 1, 5, "No.")));

    [Fact]
    public void Columns_count_UTF16_units_and_are_written_out_where_the_eye_cannot_count() => Assert.Equal(
        "a: 😀b\n#    ^ [6..7) CX1004 error: No.\n",
        Annotate("a: 😀b\n", Error(1, 6, 1, 7, "No.")));

    [Fact]
    public void The_end_of_the_file_is_a_line() => Assert.Equal("a:\n\n| CX1004 error: No.\n", Annotate("a:\n", Error(2, 1, 2, 1, "No.")));

    [Fact]
    public void Findings_about_a_file_as_a_whole_or_about_another_file_stand_at_the_top() => Assert.Equal(
        "# .env(2,1,2,4): CX0001 warning: No.\n# docker-compose.yml: CX1001 error: There are no services.\na:\n",
        Annotate(
            "a:\n",
            Diagnostic.Error("CX1001", Location.OfFile(File), "There are no services."),
            Diagnostic.Warning("CX0001", new("/case/.env", 2, 1, 2, 4), "No.")));

    [Fact]
    public void Places_outside_of_the_text_are_not_lost() => Assert.Equal(
        "# docker-compose.yml(9,1,9,2): CX1004 error: No.\na:\n",
        Annotate("a:\n", Error(9, 1, 9, 2, "No.")));

    [Fact]
    public void Findings_under_one_line_stand_in_the_order_of_their_columns() => Assert.Equal(
        "a: b\n^ CX1004 error: First.\n#  ^ CX1004 error: Second.\n",
        Annotate("a: b\n", Error(1, 4, 1, 5, "Second."), Error(1, 1, 1, 2, "First.")));

    [Fact]
    public void Absolute_paths_in_messages_become_relative() => Assert.Equal(
        "a\n^ CX1004 error: \"sub/x.yml\" is not in \".\".\n",
        Annotate("a\n", Error(1, 1, 1, 2, "\"/case/sub/x.yml\" is not in \"/case\".")));

    [Fact]
    public void Every_source_with_findings_is_shown() => Assert.Equal(
        "a\n# ──── b.yml\nb\n^ CX1004 note\n".Replace("note", "message: Hm."),
        AnnotatedFindings.Of(
            [new(File, "a\n"), new("/case/b.yml", "b\n"), new("/case/c.yml", "c\n")],
            [Diagnostic.Note("CX1004", new("/case/b.yml", 1, 1, 1, 2), "Hm.")],
            "/case"));

    [Fact]
    public void Without_findings_there_is_nothing_to_write() => Assert.Equal("", Annotate("a:\n"));

    [Fact]
    public void Every_finding_is_written_once_whatever_its_place()
    {
        var findings = Enumerable.Range(-1, 6).SelectMany(line => Enumerable.Range(-1, 8).Select(column => Error(line, column, line, column + 1, $"<{line},{column}>"))).ToArray();
        var text = Annotate("ab\n\ncd", findings);
        Assert.All(findings, finding => Assert.Equal(2, text.Split([finding.Message], System.StringSplitOptions.None).Length));
    }

    [Fact]
    public void Bytes_that_are_no_text_become_visible() => Assert.Equal(
        "␀␁�x\n#  ^ [4..5) CX1004 error: No.\n",
        Annotate("\0\u0001\ud800x\n", Error(1, 4, 1, 5, "No.")));

    [Fact]
    public void A_list_has_one_line_each() => Assert.Equal(
        "docker-compose.yml(1,1,1,2): CX1004 error: First.\ndocker-compose.yml(1,4,1,5): CX1004 error: Second.\n",
        AnnotatedFindings.List([Error(1, 4, 1, 5, "Second."), Error(1, 1, 1, 2, "First.")], "/case"));

    private static Diagnostic Error(int line, int column, int endLine, int endColumn, string message) =>
        Diagnostic.Error("CX1004", new(File, line, column, endLine, endColumn), message);

    private static string Annotate(string source, params Diagnostic[] findings) => AnnotatedFindings.Of([new(File, source)], findings, "/case");
}
