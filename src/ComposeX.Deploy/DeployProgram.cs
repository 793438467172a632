using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.Connections;
using ComposeX.Deploy.Images;
using ComposeX.Deploy.Lookups;
using ComposeX.Deploy.Operations;
using ComposeX.Deploy.Registries;
using ComposeX.Deploy.Registries.Credentials;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Requests;
using ComposeX.Deploy.Templates;
using ComposeX.Syntax;

namespace ComposeX.Deploy;

/// <summary>The way in: from a request file to an exit code, with everything in between said on the console.</summary>
internal static class DeployProgram
{
    public static async Task<ExitCode> RunAsync(string requestPath, DeployHost host)
    {
        var secrets = new Secrets();
        var reporter = new Reporter(host.Output, secrets);
        try
        {
            return await RunAsync(requestPath, host, reporter, secrets).ConfigureAwait(false);
        }
        catch (DeployException ended)
        {
            reporter.Report(ended.Diagnostics);
            return ended.ExitCode;
        }
        catch (OperationCanceledException) when (host.Stop.IsCancellationRequested)
        {
            reporter.Report(OperationDiagnostics.Cancelled("Nothing was changed."));
            return ExitCode.Cancelled;
        }
        catch (Exception exception) when (AwsFailures.Describe(exception) is not null)
        {
            reporter.Report(AwsFailures.Describe(exception)!);
            return ExitCode.Refused;
        }
    }

    private static async Task<ExitCode> RunAsync(string requestPath, DeployHost host, Reporter reporter, Secrets secrets)
    {
        var diagnostics = new DiagnosticBag();
        var request = RequestReader.Read(requestPath, diagnostics) ?? throw new DeployException(ExitCode.Invalid, [.. diagnostics]);
        if (request.Operation is DeployOperation.Lookup)
            return await LookUpAsync(request, host, reporter, diagnostics).ConfigureAwait(false);
        if (request.Operation is DeployOperation.Images)
            return await PublishImagesAsync(request, host, reporter, secrets, diagnostics).ConfigureAwait(false);
        var folder = request.Manifest is null ? null : OutputFolder.Read(request.Manifest, diagnostics) ?? throw new DeployException(ExitCode.Invalid, [.. diagnostics]);
        var values = folder is null || !request.NeedsManifest ? null : ParameterValues.Read(folder.Manifest, request, host.Variable, diagnostics) ?? throw new DeployException(ExitCode.Invalid, [.. diagnostics]);
        secrets.Hide(values?.Secrets ?? []);

        using var aws = AwsConnection.Open(host.CallTimeout is { } timeout ? request.Connection with { CallTimeout = timeout } : request.Connection);
        var session = new Session(request, request.StackName ?? folder!.Manifest.StackName, folder, new Origins(folder?.Manifest, request.ProjectDirectory), aws, reporter, secrets)
        {
            Time = host.Time,
            Stop = host.Stop,
        };
        return await OperationOf(session, values).RunAsync().ConfigureAwait(false);
    }

    private static async Task<ExitCode> LookUpAsync(DeployRequest request, DeployHost host, Reporter reporter, DiagnosticBag diagnostics)
    {
        var plan = LookupPlanReader.Read(request.LookupFile!, diagnostics) ?? throw new DeployException(ExitCode.Invalid, [.. diagnostics]);
        using var aws = AwsConnection.Open(request.Connection);
        return await new LookUp(request, plan, aws, reporter, host.Stop).RunAsync().ConfigureAwait(false);
    }

    private static async Task<ExitCode> PublishImagesAsync(DeployRequest request, DeployHost host, Reporter reporter, Secrets secrets, DiagnosticBag diagnostics)
    {
        var wishes = new ImageWishReader(request.ImagesFile!, request.ProjectDirectory).Read(diagnostics) ?? throw new DeployException(ExitCode.Invalid, [.. diagnostics]);
        var tls = new RegistryTls(host.Variable("DOTNET_CONTAINER_INSECURE_REGISTRIES"));
        var patience = new RegistryPatience(6, request.Pace.First, TimeSpan.FromMinutes(2), host.Time);
        using var ecr = new EcrRegistries(request.Connection);
        IReadOnlyList<ICredentialSource> sources = [ecr, new EnvironmentCredentials(host.Variable, registry => registry == wishes.Registry?.Split('/')[0]), new DockerConfiguration(host.Variable)];
        using var transport = new RegistryTransport(sources, tls, patience, secrets);

        // A base image's registry is asked one small thing, and may be out of reach: that is worth a warning, not a long wait.
        using var bases = new RegistryTransport(sources, tls, patience with { Attempts = 2, Silence = TimeSpan.FromSeconds(20) }, secrets);
        return await new PublishImages(request, wishes, ecr, transport, bases, reporter, host.Time, host.Stop).RunAsync().ConfigureAwait(false);
    }

    private static IOperation OperationOf(Session session, ParameterValues? values) => session.Request.Operation switch
    {
        DeployOperation.Plan => new PlanStack(session, values!),
        DeployOperation.Deploy => new DeployStack(session, values!),
        DeployOperation.Drift => new ShowDrift(session),
        DeployOperation.Destroy => new DestroyStack(session),
        _ => new ShowStack(session),
    };
}
