using System;
using System.Globalization;
using System.Linq;

namespace ComposeX.Compose.Shorthand;

/// <summary>Tells IP addresses from other texts, on every runtime alike: <c>127.1</c> is none.</summary>
internal static class IpAddress
{
    public static bool IsValid(string text) => text.IndexOf(':') < 0 ? IsVersion4(text) : IsVersion6(text);

    private static bool IsVersion4(string text) =>
        text.Split('.') is { Length: 4 } parts && parts.All(part => part.Length is >= 1 and <= 3 && part.All(char.IsDigit)
            && (part.Length == 1 || part[0] != '0') && int.Parse(part, CultureInfo.InvariantCulture) <= 255);

    private static bool IsVersion6(string text)
    {
        var zone = text.IndexOf('%');
        var address = zone < 0 ? text : text.Substring(0, zone);
        var gap = address.IndexOf("::", StringComparison.Ordinal);
        if (gap < 0)
            return Groups(address, endsAddress: true) == 8;

        var before = address.Substring(0, gap);
        var after = address.Substring(gap + 2);
        var groups = (before.Length == 0 ? 0 : Groups(before, endsAddress: false)) + (after.Length == 0 ? 0 : Groups(after, endsAddress: true));
        return groups <= 7 && after.IndexOf("::", StringComparison.Ordinal) < 0;
    }

    // How many groups of sixteen bits the text has, or more than an address can have when it is malformed.
    private static int Groups(string text, bool endsAddress)
    {
        const int Malformed = 100;
        var parts = text.Split(':');
        var count = parts.Length;
        for (var i = 0; i < parts.Length; i++)
        {
            if (endsAddress && i == parts.Length - 1 && IsVersion4(parts[i]))
            {
                count++;
            }
            else if (parts[i].Length is 0 or > 4 || !parts[i].All(IsHex))
            {
                return Malformed;
            }
        }

        return count;
    }

    private static bool IsHex(char character) => character is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
}
