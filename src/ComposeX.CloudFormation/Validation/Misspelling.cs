using System.Collections.Generic;
using System.Linq;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Validation;

/// <summary>Tells what a wrong name was meant to be, so that the right one is not reported as missing too.</summary>
internal static class Misspelling
{
    /// <summary>The name that was probably meant; null when the name is right, or nothing like a right one.</summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        var names = known.ToList();
        return names.Contains(name) ? null : Spelling.Nearest(name, names);
    }
}
