using ComposeX.Model.Families;

namespace ComposeX.Model.Seam;

/// <summary>
/// The logical ids of the policies by which a declaration sets the number of a family's tasks. They live beside the family's service;
/// an alarm elsewhere refers to them by these names.
/// </summary>
public static class StepPolicies
{
    /// <summary>The policy for an alarm that went off.</summary>
    public static string ScaleOutPolicy(this Declaration declaration, Family family) => declaration.Part(family, "ScaleOutPolicy");

    /// <summary>The policy for an alarm that is over.</summary>
    public static string ScaleInPolicy(this Declaration declaration, Family family) => declaration.Part(family, "ScaleInPolicy");

    private static string Part(this Declaration declaration, Family family, string part) =>
        family.Id(declaration.Module.Topic(), declaration.Name, part);
}
