using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Modules.Dynamodb;

/// <summary>How the capacity of a table and its indexes scales.</summary>
internal sealed record TableScaling(IReadOnlyList<ScaledPart> Parts, Location Origin);

/// <summary>One kind of capacity, of the table or of an index, and the use at which it is kept.</summary>
/// <param name="Index">The index, or null for the table itself.</param>
/// <param name="Unit"><c>ReadCapacityUnits</c> or <c>WriteCapacityUnits</c>.</param>
/// <param name="Target">How much of the capacity is to be used, in percent.</param>
internal sealed record ScaledPart(string? Index, string Unit, long Minimum, long Maximum, decimal Target, long ScaleInSeconds, long ScaleOutSeconds, Location Origin);
