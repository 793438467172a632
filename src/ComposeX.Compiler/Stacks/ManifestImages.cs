using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Manifests;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Stacks;

/// <summary>The images that the compose file builds: what a publish must know to make them, and what ECS will ask of them.</summary>
internal static class ManifestImages
{
    // What a build has beside its context and its Dockerfile, and can have without one.
    private static readonly string[] WithoutDockerfile = ["context", "dockerfile", "tags", "platforms", "labels", "pull", "no_cache"];

    public static IEnumerable<ManifestImage> Of(Application application, IReadOnlyList<Template> templates) => application.Families
        .SelectMany(family => family.Services.Select(service => (Family: family, Service: service)))
        .Where(member => member.Service.Build is not null)
        .GroupBy(member => member.Service.Name, StringComparer.Ordinal)
        .Select(group => group.First())
        .OrderBy(member => member.Service.Name, StringComparer.Ordinal)
        .Select(member => Image(member.Service, member.Service.Build!, application.Project.Name, PlatformOf(member.Family, templates)));

    private static ManifestImage Image(ComposeService service, ComposeBuild build, string project, string? platform)
    {
        var name = ImageName.Of(service, project);
        return new(service.Name, FamilyNames.ImageParameter(service), service.Image?.Value, build.Context.Value, service.Image?.Origin ?? build.Origin)
        {
            Project = service.Key("x-project")?.Value is YamlScalar path ? BesideFile(path) : null,
            Registry = name.Registry,
            Repository = name.Repository,
            Dockerfile = build.Dockerfile?.Value,
            DockerfileKeys = [.. build.Node.Entries.Select(entry => entry.Name).Where(key => Array.IndexOf(WithoutDockerfile, key) < 0 && !key.StartsWith("x-", StringComparison.Ordinal))],
            Platform = platform,
            Ports = [.. ContainerPort.Of(service).Select(port => FormattableString.Invariant($"{port.Number}/{port.Protocol}"))],
            User = service.User?.Value,
        };
    }

    private static string BesideFile(YamlScalar path)
    {
        var file = path.Location.File;
        var folder = file.Substring(0, file.LastIndexOfAny(['/', '\\']) + 1);
        return ProjectFiles.IsAbsolute(path.Text) ? path.Text : folder + path.Text;
    }

    // The task definition says it, whoever decided.
    private static string? PlatformOf(Family family, IReadOnlyList<Template> templates)
    {
        var task = templates.SelectMany(template => template.Resources).FirstOrDefault(resource =>
            resource.Type == "AWS::ECS::TaskDefinition" && string.Equals(resource.LogicalId, family.TaskDefinition(), StringComparison.Ordinal));
        return task?.Properties["RuntimePlatform"] is not CfnMap platform ? null
            : platform["OperatingSystemFamily"] is CfnString system && system.Value.StartsWith("WINDOWS", StringComparison.Ordinal) ? "windows/amd64"
            : platform["CpuArchitecture"] is CfnString { Value: "ARM64" } ? "linux/arm64"
            : "linux/amd64";
    }
}
