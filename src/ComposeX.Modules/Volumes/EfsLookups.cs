using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Lookups;
using ComposeX.Syntax;

namespace ComposeX.Modules.Volumes;

/// <summary>The file systems behind volumes that are looked up.</summary>
internal static class EfsLookups
{
    private static readonly LookupSource Source = new(
        "elasticfilesystem:file-system", "AWS::EFS::FileSystem", LookupSources.Arn("elasticfilesystem", "file-system/(?<id>fs-[0-9a-f]+)"), "${id}",
        [new("FilesystemId", "FileSystemId"), new("GroupId", "GroupId")]);

    public static IReadOnlyList<LookupRequest> Of(ComposeProject project) =>
    [
        .. from volume in project.Volumes
           let lookup = (volume.Extensions.FirstOrDefault(extension => extension.Name == EfsReader.Key)?.Value as YamlMapping)?["Lookup"]
           where lookup is not null
           select LookupRequest.Of(EfsReader.Key, volume.Key, lookup, Source),
    ];
}
