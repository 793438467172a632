using ComposeX.Compose.Projects;

namespace ComposeX.Modules.Volumes;

/// <summary>A volume in a container.</summary>
/// <param name="Written">The mount as the compose file has it.</param>
internal sealed record Mount(ComposeService Service, ComposeMount Written, TaskVolume Volume);
