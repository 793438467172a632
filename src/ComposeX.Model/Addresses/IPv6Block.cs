using System;
using System.Globalization;
using System.Linq;

namespace ComposeX.Model.Addresses;

/// <summary>An IPv6 block, host bits masked away. Its text is the shortest way of writing it, in small letters.</summary>
public readonly record struct IPv6Block(ulong High, ulong Low, int PrefixLength)
{
    private const int GroupCount = 8;

    /// <summary>Reads <c>2001:db8::/32</c>; an address without a length is no block.</summary>
    public static bool TryParse(string text, out IPv6Block block)
    {
        block = default;
        var halves = text.Split('/');
        if (halves.Length != 2 || !TryParseLength(halves[1], out var prefixLength) || Groups(halves[0]) is not { } groups)
        {
            return false;
        }

        block = new(Joined(groups, 0) & Mask(prefixLength), Joined(groups, 4) & Mask(prefixLength - 64), prefixLength);
        return true;
    }

    /// <summary>Whether a text is an address without a length.</summary>
    public static bool IsAddress(string text) => Groups(text) is not null;

    /// <summary>Whether a block is written by an address inside of it.</summary>
    public static bool HasHostBits(string text) =>
        TryParse(text, out var block) && TryParse(text.Split('/')[0] + "/128", out var address) && (block.High, block.Low) != (address.High, address.Low);

    public override string ToString()
    {
        var (high, low) = (High, Low);
        int[] groups = [.. Enumerable.Range(0, GroupCount).Select(index => (int)(((index < 4 ? high : low) >> (16 * (3 - (index % 4)))) & 0xffff))];
        var (start, length) = LongestGap(groups);
        var text = length < 2 ? Hex(groups, 0, GroupCount) : $"{Hex(groups, 0, start)}::{Hex(groups, start + length, GroupCount)}";
        return FormattableString.Invariant($"{text}/{PrefixLength}");
    }

    private static string Hex(int[] groups, int from, int to) =>
        string.Join(":", groups.Skip(from).Take(to - from).Select(group => group.ToString("x", CultureInfo.InvariantCulture)));

    private static (int Start, int Length) LongestGap(int[] groups) => Enumerable.Range(0, GroupCount)
        .Select(start => (Start: start, Length: groups.Skip(start).TakeWhile(group => group == 0).Count()))
        .OrderByDescending(gap => gap.Length)
        .First();

    private static int[]? Groups(string address)
    {
        var gap = address.IndexOf("::", StringComparison.Ordinal);
        var before = Parts(gap < 0 ? address : address.Substring(0, gap));
        var after = Parts(gap < 0 ? "" : address.Substring(gap + 2));
        var zeros = GroupCount - before.Length - after.Length;
        if ((gap < 0 ? zeros != 0 : zeros < 1) || !before.Concat(after).All(IsGroup))
        {
            return null;
        }

        return [.. before.Select(Number), .. Enumerable.Repeat(0, zeros), .. after.Select(Number)];
    }

    private static string[] Parts(string text) => text.Length == 0 ? [] : text.Split(':');

    private static bool IsGroup(string text) => text.Length is >= 1 and <= 4 && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F'));

    private static int Number(string group) => int.Parse(group, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static ulong Joined(int[] groups, int from) => groups.Skip(from).Take(4).Aggregate(0UL, (value, group) => (value << 16) | (uint)group);

    // Of one half: all of it, none of it, or its first bits.
    private static ulong Mask(int length) => length <= 0 ? 0 : length >= 64 ? ulong.MaxValue : ulong.MaxValue << (64 - length);

    private static bool TryParseLength(string text, out int length) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out length) && length <= 128 && (text.Length == 1 || text[0] != '0');
}
