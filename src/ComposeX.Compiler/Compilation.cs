using System.Collections.Generic;
using ComposeX.CloudFormation.Manifests;
using ComposeX.CloudFormation.Templates;
using ComposeX.Compose.Projects;

namespace ComposeX.Compiler;

/// <summary>What a compilation made: nothing of it exists when there was an error.</summary>
/// <param name="Templates">The root first, then the nested ones in ordinal order of their names.</param>
/// <param name="Manifest">What deploying needs to know about the templates.</param>
public sealed record Compilation(ComposeProject Project, IReadOnlyList<Template> Templates, Manifest Manifest);
