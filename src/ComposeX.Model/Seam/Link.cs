using System.Collections.Generic;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;

namespace ComposeX.Model.Seam;

/// <summary>A family's use of a declared resource.</summary>
/// <param name="Containers">The containers that get the environment variables: one, or all of the family.</param>
public sealed record Link(Declaration Declaration, Family Family, IReadOnlyList<ComposeService> Containers, ServiceUse Use);
