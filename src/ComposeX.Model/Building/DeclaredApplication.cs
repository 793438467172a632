using System.Collections.Generic;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;

namespace ComposeX.Model.Building;

/// <summary>A project in today's spelling, its families and what it declares, before anything is linked.</summary>
public sealed record DeclaredApplication(ComposeProject Project, IReadOnlyList<Family> Families, IReadOnlyList<Declaration> Declarations);
