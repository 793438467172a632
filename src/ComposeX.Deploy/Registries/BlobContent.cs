using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;

namespace ComposeX.Deploy.Registries;

/// <summary>A body that is read while it is sent, and says each time that a piece is gone.</summary>
internal sealed class BlobContent : HttpContent
{
    private const int Piece = 128 * 1024;

    private readonly Func<Stream> _open;
    private readonly long _length;
    private readonly Action _moved;

    public BlobContent(Func<Stream> open, long length, Action moved)
    {
        _open = open;
        _length = length;
        _moved = moved;
        Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
    }

    /// <summary>The same as the piece of a whole, said as registries want it and HTTP does not.</summary>
    public BlobContent At(long start)
    {
        Headers.TryAddWithoutValidation("Content-Range", FormattableString.Invariant($"{start}-{start + _length - 1}"));
        return this;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var piece = new byte[Piece];
        var source = _open();
        await using (source.ConfigureAwait(false))
        {
            int read;
            while ((read = await source.ReadAsync(piece, cancellationToken).ConfigureAwait(false)) > 0)
            {
                await stream.WriteAsync(piece.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                _moved();
            }
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }
}
