using System;
using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Build.Tasks.Images;

/// <summary>What can be wrong with the images that the compose file builds.</summary>
public static class ImageDiagnostics
{
    public static Diagnostic NoProject(string service, string folder, string parameter, Location place) => Diagnostic.Error("CX5110", place,
        $"The image of \"{service}\" is built in \"{folder}\", and no .NET project is there. {WaysOut(parameter)}");

    public static Diagnostic SeveralProjects(string service, string folder, IReadOnlyList<string> projects, string parameter, Location place) => Diagnostic.Error("CX5111", place,
        $"The image of \"{service}\" is built in \"{folder}\", where several .NET projects are: \"{string.Join("\", \"", projects)}\". {WaysOut(parameter)}");

    public static Diagnostic MissingProject(string service, string project, Location place) => Diagnostic.Error("CX5112", place,
        $"\"{service}\" names the project \"{project}\", and there is no .NET project of that path. Correct \"x-project\": the path of a .csproj, .fsproj or .vbproj, or of the folder it lies in, relative to the compose file.");

    public static Diagnostic RemoteContext(string service, string context, string parameter, Location place) => Diagnostic.Error("CX5113", place,
        $"The image of \"{service}\" is built from \"{context}\", which is not on this machine. {WaysOut(parameter)}");

    public static Diagnostic DockerfileNotUsed(string service, IReadOnlyList<string> keys, string project, Location place) => Diagnostic.Warning("CX5114", place,
        $"The image of \"{service}\" is made of the project \"{project}\" by the .NET SDK, without a Dockerfile: \"{string.Join("\", \"", keys)}\" of \"build\" change nothing. Say it in the project, with properties and items such as ContainerBaseImage, ContainerEnvironmentVariable and ContainerUser, and silence this warning with NoWarn.");

    public static Diagnostic BadRepository(string file, string service, string repository) => Diagnostic.Error("CX5115", Location.OfFile(file),
        $"The image of \"{service}\" cannot go to the repository \"{repository}\": names of repositories have small letters, digits and single separators (. _ - /) between them. Correct \"EcsImageRepository\", the \"EcsImage\" item, or the name in \"image\".");

    public static Diagnostic BadRegistry(string file, string service, string registry) => Diagnostic.Error("CX5116", Location.OfFile(file),
        $"The image of \"{service}\" cannot go to the registry \"{registry}\": it is named as host[:port][/prefix], without \"https://\". Correct \"EcsImageRegistry\" or the \"EcsImage\" item.");

    public static Diagnostic NotPublishable(string service, string project, string reason, Location place) => Diagnostic.Error("CX5117", place,
        $"The image of \"{service}\" cannot be made of \"{project}\": {reason} Name the program's project in \"x-project\".");

    public static Diagnostic OtherPlatform(string service, string platform, string project, string runtime, Location place) => Diagnostic.Error("CX5118", place,
        $"The tasks of \"{service}\" run on {platform}, and \"{project}\" is built for \"{runtime}\": they would not start. Set \"platform\" of the service, or RuntimeIdentifier and ContainerRuntimeIdentifier of the project, so that both say the same.");

    public static Diagnostic ImagesEnded(string file, int exitCode) => Diagnostic.Error("CX5119", Location.OfFile(file),
        FormattableString.Invariant($"Publishing the images ended with code {exitCode} and did not say why. Run it again with \"-v:detailed\"; what was pushed is not pushed again."));

    public static Diagnostic NoAnswer(string file, string image) => Diagnostic.Error("CX5120", Location.OfFile(file),
        $"Nothing was said about the image of \"{image}\" after it was published, so it is not known what to deploy. Run it again with \"-v:detailed\".");

    public static Diagnostic UnknownService(string file, string service, IReadOnlyList<string> built) => Diagnostic.Error("CX5121", Location.OfFile(file),
        $"An \"EcsImage\" item is about \"{service}\", and the compose file builds no image of such a service.{Spelling.Hint(service, built)}");

    private static string WaysOut(string parameter) =>
        $"Name the project with \"x-project\" beside \"build\"; or push the image yourself and give it as <EcsParameter Include=\"{parameter}\" Value=\"…\" />; or use \"image\" alone.";
}
