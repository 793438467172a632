using ComposeX.Model.Families;
using ComposeX.Syntax;

namespace ComposeX.Modules.Volumes;

/// <summary>
/// Files of <c>configs</c>. ECS mounts directories, and a directory that is mounted hides what the image has there: the neighbours of a
/// config file, of which nobody here can know. So they are reported.
/// </summary>
internal static class Configs
{
    public static void Report(Family family, DiagnosticBag diagnostics)
    {
        foreach (var service in family.Services)
        {
            foreach (var config in service.Configs)
            {
                var target = config.Target?.Value ?? "/" + config.Source.Value;
                diagnostics.Add(VolumesDiagnostics.NoConfigs(config.Source.Value, service.Name, service.Build is null
                    ? $"Build an image with it: \"build\" with \"dockerfile_inline\", FROM {service.Image?.Value ?? "the image"} and COPY to {target}; or hand its text over in \"environment\""
                    : $"COPY it to {target} in the Dockerfile, or hand its text over in \"environment\"", config.Origin));
            }
        }
    }
}
