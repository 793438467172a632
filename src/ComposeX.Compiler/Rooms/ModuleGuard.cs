using System;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Rooms;

/// <summary>Calls somebody else's module. What it throws becomes a finding at the declaration, and the other modules go on.</summary>
/// <param name="Inner">The module itself.</param>
/// <param name="Findings">The findings of this compilation, for calls that are handed none.</param>
internal sealed record ModuleGuard(Module Inner, ModuleFacts Facts, ModuleAssembly Assembly, DiagnosticBag Findings)
{
    /// <summary>What a call about a declaration returns, or <paramref name="instead"/>.</summary>
    public T Try<T>(Declaration declaration, Func<T> call, T instead) =>
        Try($"{Facts.Key}::{declaration.Name}", declaration.Origin, call, instead);

    /// <summary>What a call about no declaration returns.</summary>
    public T Try<T>(Func<T> call, T instead) => Try(Facts.Key, Assembly.Origin, call, instead);

    private T Try<T>(string what, Location origin, Func<T> call, T instead) => Guard.Try(call, instead, exception => Findings.Add(RoomDiagnostics.Failed(what, Assembly.File, exception, origin)));
}
