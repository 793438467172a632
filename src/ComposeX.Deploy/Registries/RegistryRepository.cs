using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;

namespace ComposeX.Deploy.Registries;

/// <summary>One repository of a registry, by the OCI Distribution Specification.</summary>
internal sealed class RegistryRepository(RegistryTransport transport, RegistryHost host, string name, bool push)
{
    private const string DigestHeader = "Docker-Content-Digest";

    /// <summary>Something in between may break off what is too large for it, in place of saying so.</summary>
    private const int AttemptsInOnePiece = 2;

    private readonly RegistryScope _scope = new(name, push);

    public string Registry => host.Name;

    public string Name => name;

    /// <summary>The digest behind a tag or digest; null when there is none.</summary>
    public async Task<string?> FindAsync(string reference, CancellationToken cancellation)
    {
        var call = Call(HttpMethod.Head, "manifests/" + reference) with { Accept = MediaTypes.Manifests };
        using var response = await transport.SendAsync(call, cancellation).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;
        if (response.IsSuccessStatusCode && DigestOf(response) is { } digest)
            return digest;
        return response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.MethodNotAllowed
            ? Digests.Of(await ReadManifestAsync(reference, cancellation).ConfigureAwait(false))
            : throw await RefusalAsync(call, response, $"to say what \"{reference}\" is", cancellation).ConfigureAwait(false);
    }

    /// <summary>The bytes of a manifest.</summary>
    public async Task<byte[]> ReadManifestAsync(string reference, CancellationToken cancellation)
    {
        var call = Call(HttpMethod.Get, "manifests/" + reference) with { Accept = MediaTypes.Manifests };
        using var response = await transport.SendAsync(call, cancellation).ConfigureAwait(false);
        return response.IsSuccessStatusCode
            ? await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false)
            : throw await RefusalAsync(call, response, $"the manifest \"{reference}\"", cancellation).ConfigureAwait(false);
    }

    /// <summary>Sees to it that the repository has a blob; what is there already is not sent.</summary>
    public async Task<UploadOutcome> PushBlobAsync(Upload upload, CancellationToken cancellation)
    {
        var attempts = 0;
        try
        {
            return await transport.Patience.TryAsync(() => PushBlobOnceAsync(upload, inPieces: ++attempts > AttemptsInOnePiece, cancellation), cancellation).ConfigureAwait(false);
        }
        catch (TransientFault fault)
        {
            throw new RegistryException(RegistryDiagnostics.Unreachable(host.Name, fault.Message));
        }
    }

    /// <summary>Puts a manifest under a tag or its digest; null when the registry keeps the tag for what it has.</summary>
    public async Task<string?> PushManifestAsync(string reference, string mediaType, byte[] content, CancellationToken cancellation)
    {
        var digest = Digests.Of(content);
        var call = Call(HttpMethod.Put, "manifests/" + reference) with
        {
            Body = _ => new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } },
        };
        using var response = await transport.SendAsync(call, cancellation).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            return DigestOf(response) is { } actual && actual != digest
                ? throw new RegistryException(RegistryDiagnostics.OtherDigest(host.Name, $"\"{name}:{reference}\"", digest, actual))
                : digest;
        }

        if (reference != digest && response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed or HttpStatusCode.Forbidden
            && await FindAsync(reference, cancellation).ConfigureAwait(false) is not null)
            return null;
        throw await RefusalAsync(call, response, $"the manifest \"{reference}\"", cancellation).ConfigureAwait(false);
    }

    private static string? DigestOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues(DigestHeader, out var values) && values.FirstOrDefault() is { } digest && Digests.IsWellFormed(digest) ? digest : null;

    private async Task<UploadOutcome> PushBlobOnceAsync(Upload upload, bool inPieces, CancellationToken cancellation)
    {
        if (await HasBlobAsync(upload.Digest, cancellation).ConfigureAwait(false))
            return UploadOutcome.WasThere;
        var mount = upload.From is { } from ? $"?mount={Uri.EscapeDataString(upload.Digest)}&from={Uri.EscapeDataString(from)}" : "";
        var begin = Call(HttpMethod.Post, "blobs/uploads/" + mount) with { Body = _ => new ByteArrayContent([]) };
        using var begun = await transport.SendOnceAsync(begin, cancellation).ConfigureAwait(false);
        if (begun.StatusCode == HttpStatusCode.Created)
            return UploadOutcome.Mounted;
        if (begun.StatusCode != HttpStatusCode.Accepted && upload.From is not null)
            return await PushBlobOnceAsync(upload with { From = null }, inPieces, cancellation).ConfigureAwait(false);
        if (begun.StatusCode != HttpStatusCode.Accepted || begun.Headers.Location is not { } location)
            throw await RefusalAsync(begin, begun, $"an upload to \"{name}\"", cancellation).ConfigureAwait(false);
        await new BlobUpload(transport, begin with { Address = host.Follow(begin.Address, location) }, upload).SendAsync(inPieces, cancellation).ConfigureAwait(false);
        return UploadOutcome.Pushed;
    }

    private async Task<bool> HasBlobAsync(string digest, CancellationToken cancellation)
    {
        // Where it can be had is not where we may ask for its head; that it can be had is enough.
        var call = Call(HttpMethod.Head, "blobs/" + digest) with { Follows = false };
        using var response = await transport.SendOnceAsync(call, cancellation).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return false;
        return (int)response.StatusCode is >= 200 and < 400 ? true : throw await RefusalAsync(call, response, $"to say whether it has \"{digest}\"", cancellation).ConfigureAwait(false);
    }

    private Task<RegistryException> RefusalAsync(RegistryCall call, HttpResponseMessage response, string what, CancellationToken cancellation) =>
        transport.RefusalAsync(call, response, what, cancellation);

    private RegistryCall Call(HttpMethod method, string path) => new(method, host, host.At($"{name}/{path}"), _scope);
}
