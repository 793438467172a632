using System.Collections.Generic;

namespace ComposeX.Modules.Rds;

/// <summary>A declaration of <c>x-rds</c> as understood.</summary>
/// <param name="Plan">What to make; null for what exists, and for what was not understood.</param>
/// <param name="Mappings">What of its secret every service gets; null where each gets it as a whole.</param>
internal sealed record RdsBinding(DatabasePlan? Plan, IReadOnlyList<SecretMapping>? Mappings);
