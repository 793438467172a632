using System.Collections.Generic;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Model.Families;

/// <summary>One ECS task definition and the ECS service that runs it: one compose service, or several that share a task.</summary>
/// <param name="Name">The family's name: the label <c>ecs.task.family</c>, or the service's own name.</param>
/// <param name="Services">Its containers, what is depended on first.</param>
public sealed record Family(string Name, IReadOnlyList<ComposeService> Services, Location Origin);
