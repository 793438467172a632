using System.Collections.Generic;
using ComposeX.Model.Lookups;
using ComposeX.Model.Seam;

namespace ComposeX.Compiler.Rooms;

/// <summary>What a module says about itself, asked once: when asking fails, the module is not taken at all.</summary>
internal sealed record ModuleFacts(
    string Key,
    IReadOnlyList<string> OtherKeys,
    string Type,
    IReadOnlyList<ModuleAttribute> Attributes,
    ModuleAttribute? DefaultVariable,
    IReadOnlyList<AccessSet> Access,
    IReadOnlyList<string> UseKeys,
    LookupSource? LookupBy,
    IReadOnlyList<string> ExtraKeys,
    bool NeedsNetwork,
    bool TakesImports,
    bool IsNetwork,
    bool IsDeclaredByDefault)
{
    public static ModuleFacts Of(Module module) => new(
        module.Key, module.OtherKeys, module.Type, module.Attributes, module.DefaultVariable, module.Access, module.UseKeys, module.LookupBy, module.ExtraKeys, module.NeedsNetwork, module.TakesImports,
        module is EnvironmentModule { IsNetwork: true }, module is EnvironmentModule { IsDeclaredByDefault: true });
}
