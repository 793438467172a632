using System;
using System.Globalization;

namespace ComposeX.Model.Addresses;

/// <summary>An IPv4 block, host bits masked away. Its text is the one way of writing it, so a different text had host bits.</summary>
public readonly record struct IPv4Block(uint Address, int PrefixLength)
{
    /// <summary>Reads <c>10.0.0.0/24</c>; an address without a length is no block.</summary>
    public static bool TryParse(string text, out IPv4Block block)
    {
        block = default;
        var halves = text.Split('/');
        if (halves.Length != 2 || !TryParseNumber(halves[1], 32, out var prefixLength) || !TryParseAddress(halves[0], out var address))
        {
            return false;
        }

        block = new IPv4Block(address & Mask(prefixLength), prefixLength);
        return true;
    }

    /// <summary>Whether a text is an address without a length.</summary>
    public static bool IsAddress(string text) => TryParseAddress(text, out _);

    /// <summary>One of the equal blocks that halving this one <paramref name="halvings"/> times makes.</summary>
    public IPv4Block Part(int halvings, int index)
    {
        var prefixLength = PrefixLength + halvings;
        return new(Address + ((uint)index << (32 - prefixLength)), prefixLength);
    }

    /// <summary>Whether two blocks have an address in common.</summary>
    public bool Overlaps(IPv4Block other)
    {
        var mask = Mask(Math.Min(PrefixLength, other.PrefixLength));
        return (Address & mask) == (other.Address & mask);
    }

    public override string ToString() =>
        FormattableString.Invariant($"{Octet(24)}.{Octet(16)}.{Octet(8)}.{Octet(0)}/{PrefixLength}");

    private uint Octet(int shift) => (Address >> shift) & 255;

    private static uint Mask(int prefixLength) => prefixLength == 0 ? 0 : uint.MaxValue << (32 - prefixLength);

    private static bool TryParseAddress(string text, out uint address)
    {
        address = 0;
        var octets = text.Split('.');
        foreach (var octet in octets)
        {
            if (!TryParseNumber(octet, 255, out var value))
            {
                return false;
            }

            address = (address << 8) | (uint)value;
        }

        return octets.Length == 4;
    }

    // A leading zero means octal to some readers, so it means nothing here.
    private static bool TryParseNumber(string text, int maximum, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= maximum && (text.Length == 1 || text[0] != '0');
}
