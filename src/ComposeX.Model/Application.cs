using System.Collections.Generic;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;

namespace ComposeX.Model;

/// <summary>What the compose file means on AWS, before any resource exists: tasks, declared resources, and who uses what.</summary>
/// <param name="StackName">The root stack's name.</param>
/// <param name="Surroundings">The application as its rooms may see it.</param>
public sealed record Application(string StackName, Surroundings Surroundings)
{
    public ComposeProject Project => Surroundings.Project;

    public IReadOnlyList<Family> Families => Surroundings.Families;

    public IReadOnlyList<Declaration> Declarations => Surroundings.Declarations;

    public IReadOnlyList<Link> Links => Surroundings.Links;
}
