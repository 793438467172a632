using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;

namespace ComposeX.Modules.Ec2;

/// <summary>Which instances may be launched: types by name, or whatever meets some requirements.</summary>
/// <param name="Named">The types, in the order written.</param>
/// <param name="Requirements">Requirements as the user wrote them, or null.</param>
internal sealed record InstanceTypes(IReadOnlyList<InstanceType> Named, CfnMap? Requirements)
{
    /// <summary>The requirements where no type is named. Types age; what a task host needs does not.</summary>
    public CfnMap RequirementsOr(bool hasGpu, Cfn cfn) => Requirements ?? cfn.Map(
    [
        ("VCpuCount", cfn.Map(("Min", cfn.Number(2)), ("Max", cfn.Number(hasGpu ? 16 : 8)))),
        ("MemoryMiB", cfn.Map(("Min", cfn.Number(4096)), ("Max", hasGpu ? null : cfn.Number(32768)))),
        ("InstanceGenerations", cfn.Strings(["current"])),
        .. hasGpu ? Gpu(cfn) : [],
    ]);

    /// <summary>The requirements of Managed Instances, where types are one of them; null lets ECS choose by what tasks ask for.</summary>
    public CfnMap? RequirementsOfManaged(MachineImage image, Cfn cfn)
    {
        if (Requirements is not null)
        {
            return Requirements;
        }

        return Named.Count == 0 && !image.HasGpu && !image.IsArm ? null : cfn.Map(
        [
            ("VCpuCount", cfn.Map(("Min", cfn.Number(1)))),
            ("MemoryMiB", cfn.Map(("Min", cfn.Number(1024)))),
            ("AllowedInstanceTypes", Named.Count == 0 ? null : new CfnList([.. Named.Select(type => type.Value)], Named[0].Name.Origin)),
            ("CpuManufacturers", image.IsArm && Named.Count == 0 ? cfn.Strings(["amazon-web-services"]) : null),
            .. image.HasGpu && Named.Count == 0 ? Gpu(cfn) : [],
        ]);
    }

    private static IEnumerable<(string, CfnValue?)> Gpu(Cfn cfn) =>
    [
        ("AcceleratorTypes", cfn.Strings(["gpu"])),
        ("AcceleratorManufacturers", cfn.Strings(["nvidia"])),
        ("AcceleratorCount", cfn.Map(("Min", cfn.Number(1)))),
    ];
}

/// <summary>A type of instance.</summary>
/// <param name="Weight">For how much of a fleet's capacity one of them counts.</param>
internal sealed record InstanceType(Located<string> Name, Located<long>? Weight)
{
    public CfnString Value => new(Name.Value, Name.Origin);
}
