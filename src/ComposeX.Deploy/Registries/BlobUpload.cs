using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace ComposeX.Deploy.Registries;

/// <summary>An upload that a registry has begun: in one piece, or in several where that is too much for something in between.</summary>
/// <param name="begin">The call that began it, its address where the registry wants the content.</param>
internal sealed class BlobUpload(RegistryTransport transport, RegistryCall begin, Upload upload)
{
    /// <summary>Registries may refuse smaller pieces than 5 MiB.</summary>
    private const long Piece = 8 * 1024 * 1024;

    public async Task SendAsync(bool inPieces, CancellationToken cancellation)
    {
        if (inPieces || !await TrySendWholeAsync(cancellation).ConfigureAwait(false))
            await SendPiecesAsync(cancellation).ConfigureAwait(false);
    }

    private async Task<bool> TrySendWholeAsync(CancellationToken cancellation)
    {
        var whole = Put(begin.Address) with { Body = moved => new BlobContent(upload.Open, upload.Size, moved) };
        using var response = await transport.SendOnceAsync(whole, cancellation).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.RequestEntityTooLarge)
            return false;
        await CheckAsync(whole, response, cancellation).ConfigureAwait(false);
        return true;
    }

    private async Task SendPiecesAsync(CancellationToken cancellation)
    {
        var address = begin.Address;
        for (long from = 0; from < upload.Size; from += Piece)
        {
            var (start, length) = (from, Math.Min(Piece, upload.Size - from));
            var patch = begin with
            {
                Method = HttpMethod.Patch,
                Address = address,
                Body = moved => new BlobContent(() => OpenAt(start, length), length, moved).At(start),
            };
            using var response = await transport.SendOnceAsync(patch, cancellation).ConfigureAwait(false);
            await CheckAsync(patch, response, cancellation).ConfigureAwait(false);
            address = response.Headers.Location is { } next ? begin.Host.Follow(address, next) : address;
        }

        var end = Put(address) with { Body = _ => new ByteArrayContent([]) };
        using var ended = await transport.SendOnceAsync(end, cancellation).ConfigureAwait(false);
        await CheckAsync(end, ended, cancellation).ConfigureAwait(false);
    }

    private RegistryCall Put(Uri address)
    {
        var digest = "digest=" + Uri.EscapeDataString(upload.Digest);
        var target = new UriBuilder(address) { Query = address.Query.Length > 1 ? address.Query[1..] + "&" + digest : digest };
        return begin with { Method = HttpMethod.Put, Address = target.Uri };
    }

    private async Task CheckAsync(RegistryCall call, HttpResponseMessage response, CancellationToken cancellation)
    {
        // The registry has lost what it began, as when it was started anew: it can begin again.
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.RequestedRangeNotSatisfiable)
            throw new TransientFault("It has lost an upload that had begun.");
        if (!response.IsSuccessStatusCode)
            throw await transport.RefusalAsync(call, response, $"the layer \"{upload.Digest}\"", cancellation).ConfigureAwait(false);
    }

    private PartOfStream OpenAt(long start, long length) => new(upload.Open(), start, length);
}
