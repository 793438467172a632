using System.Collections.Generic;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Links;
using ComposeX.Model.Seam;

namespace ComposeX.Model;

/// <summary>What the compose file means on AWS, before any resource exists: tasks, declared resources, and who uses what.</summary>
/// <param name="StackName">The root stack's name.</param>
public sealed record Application(
    string StackName,
    ComposeProject Project,
    IReadOnlyList<Family> Families,
    IReadOnlyList<Declaration> Declarations,
    IReadOnlyList<Link> Links);
