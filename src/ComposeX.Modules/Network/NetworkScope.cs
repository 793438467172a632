using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Network;

/// <summary>Whose <c>x-network</c> is read: a service's, in one of its families.</summary>
internal sealed record NetworkScope(Family Family, ComposeService Service, Surroundings Surroundings, DiagnosticBag Diagnostics);
