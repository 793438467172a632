using System.Text.RegularExpressions;

namespace ComposeX.Build.Tasks.Images;

/// <summary>What registries take for names.</summary>
internal static class ImageNames
{
    private const int Longest = 256;

    private static readonly Regex Repository = new("^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$", RegexOptions.CultureInvariant);

    private static readonly Regex Registry = new(@"^(?:\[[0-9a-fA-F:]+\]|[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)(?::[0-9]{1,5})?(?:/[a-z0-9._/-]+)?$", RegexOptions.CultureInvariant);

    public static bool IsRepository(string name) => name.Length <= Longest && Repository.IsMatch(name);

    public static bool IsRegistry(string name) => Registry.IsMatch(name);
}
