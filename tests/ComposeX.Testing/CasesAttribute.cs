using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace ComposeX.Testing;

/// <summary>Runs a theory once for each case folder of the test project: <c>[Theory, Cases]</c>, or <c>[Cases("Broken")]</c> for one category.</summary>
/// <remarks>While working on one room, <c>COMPOSEX_CASES=Sqs</c> runs only the cases whose names begin so.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CasesAttribute(string category = "") : DataAttribute
{
    /// <summary>The folder below <c>Cases/</c>.</summary>
    public string Category { get; } = category;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) => new(
        [.. Case.All(testMethod.DeclaringType!.Assembly, Category).Where(IsWanted).Select(found => new TheoryDataRow(found))]);

    public override bool SupportsDiscoveryEnumeration() => false;

    private static bool IsWanted(Case found) =>
        Environment.GetEnvironmentVariable("COMPOSEX_CASES") is not { Length: > 0 } wanted || wanted.Split(',').Any(prefix => found.Name.StartsWith(prefix, StringComparison.Ordinal));
}
