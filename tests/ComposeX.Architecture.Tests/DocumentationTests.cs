using System.Linq;
using System.Xml.Linq;
using ComposeX.Architecture.Tests.Assemblies;
using ComposeX.Architecture.Tests.House;
using Xunit;

namespace ComposeX.Architecture.Tests;

public sealed class DocumentationTests
{
    public static TheoryData<string> Projects => [.. SourceTree.Folders("src")];

    [Theory, MemberData(nameof(Projects))]
    public void A_public_type_says_what_it_is_for(string project)
    {
        using var assembly = CompiledProject.Read(project);
        Verdict.MustBeClean(Documentation.Missing(assembly, Documentation.Read(project)));
    }

    [Theory, MemberData(nameof(Projects))]
    public void A_project_has_a_document(string project) => Assert.True(SourceTree.HasFile($"src/{project}/README.md"), $"src/{project}/README.md is missing.");

    [Fact]
    public void A_public_type_without_a_summary_is_reported_unless_it_is_a_case_of_a_union()
    {
        using var assembly = CompiledProject.Read("ComposeX.Syntax");
        var documentation = XElement.Parse("""
            <doc><members>
              <member name="T:ComposeX.Syntax.YamlNode"><summary>A node.</summary></member>
              <member name="T:ComposeX.Syntax.Diagnostic"><summary></summary></member>
            </members></doc>
            """);
        var missing = Documentation.Missing(assembly, documentation);
        Assert.Contains("ComposeX.Syntax.Diagnostic", missing);
        Assert.Contains("ComposeX.Syntax.Location", missing);
        Assert.DoesNotContain("ComposeX.Syntax.YamlNode", missing);
        Assert.DoesNotContain("ComposeX.Syntax.YamlScalar", missing);
        Assert.Equal(missing.Distinct(), missing);
    }
}
