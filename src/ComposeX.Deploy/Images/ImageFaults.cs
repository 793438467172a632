using System;
using System.Threading.Tasks;
using Amazon.Runtime;
using ComposeX.Deploy.Aws.Connections;
using ComposeX.Deploy.Registries;
using ComposeX.Deploy.Reporting;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Images;

/// <summary>Says what goes wrong with an image at the image.</summary>
internal static class ImageFaults
{
    public static async Task<T> AtAsync<T>(ImageWish image, Func<Task<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (RegistryException refused)
        {
            throw new DeployException(ExitCode.Refused, Place.IsNone(refused.Diagnostic.Location) ? refused.Diagnostic with { Location = image.Origin } : refused.Diagnostic);
        }
        catch (AmazonServiceException refused) when (Describe(image, refused) is { } finding)
        {
            throw new DeployException(ExitCode.Refused, finding);
        }
    }

    // What is wrong with the way to AWS is wrong for everything, and is said as such.
    private static Diagnostic? Describe(ImageWish image, AmazonServiceException refused) => AwsFailures.Describe(refused)?.Code switch
    {
        AwsDiagnostics.ForbiddenCode => ImageDiagnostics.Forbidden(image.Origin, AwsFailures.Action(refused), RegistryFailures.Sentence(refused.Message)),
        AwsDiagnostics.RefusedCode => ImageDiagnostics.Refused(image.Origin, AwsFailures.Operation(refused), refused.ErrorCode ?? "no code", RegistryFailures.Sentence(refused.Message)),
        _ => null,
    };
}
