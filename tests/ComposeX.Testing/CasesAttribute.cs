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
[AttributeUsage(AttributeTargets.Method)]
public sealed class CasesAttribute(string category = "") : DataAttribute
{
    /// <summary>The folder below <c>Cases/</c>.</summary>
    public string Category { get; } = category;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) => new(
        [.. Case.All(testMethod.DeclaringType!.Assembly, Category).Select(found => new TheoryDataRow(found))]);

    public override bool SupportsDiscoveryEnumeration() => false;
}
