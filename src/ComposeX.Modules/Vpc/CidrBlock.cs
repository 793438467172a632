using System;
using System.Globalization;

namespace ComposeX.Modules.Vpc;

/// <summary>An IPv4 block, host bits masked away.</summary>
internal readonly record struct CidrBlock(uint Address, int PrefixLength)
{
    public static bool TryParse(string text, out CidrBlock block)
    {
        block = default;
        var halves = text.Split('/');
        if (halves.Length != 2 || !TryParseNumber(halves[1], 32, out var prefixLength))
        {
            return false;
        }

        var octets = halves[0].Split('.');
        if (octets.Length != 4)
        {
            return false;
        }

        uint address = 0;
        foreach (var octet in octets)
        {
            if (!TryParseNumber(octet, 255, out var value))
            {
                return false;
            }

            address = (address << 8) | (uint)value;
        }

        block = new CidrBlock(prefixLength == 0 ? 0 : address & (uint.MaxValue << (32 - prefixLength)), prefixLength);
        return true;
    }

    /// <summary>One of the equal blocks that halving this one <paramref name="halvings"/> times makes.</summary>
    public CidrBlock Part(int halvings, int index)
    {
        var prefixLength = PrefixLength + halvings;
        return new(Address + ((uint)index << (32 - prefixLength)), prefixLength);
    }

    public override string ToString() =>
        FormattableString.Invariant($"{Octet(24)}.{Octet(16)}.{Octet(8)}.{Octet(0)}/{PrefixLength}");

    private uint Octet(int shift) => (Address >> shift) & 255;

    private static bool TryParseNumber(string text, int maximum, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= maximum;
}
