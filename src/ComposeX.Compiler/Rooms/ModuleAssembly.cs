using System;
using System.Collections.Generic;
using System.Reflection;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Rooms;

/// <summary>An assembly of somebody else's that adds x-keys: its classes that derive from <see cref="Model.Seam.Module"/> or <see cref="ServiceModule"/>.</summary>
/// <param name="File">Its file, to name it in findings.</param>
/// <param name="Types">The types in which modules are looked for.</param>
/// <param name="Origin">Who named it: the project file.</param>
public sealed record ModuleAssembly(string File, IReadOnlyList<Type> Types, Location Origin)
{
    /// <summary>All types of a loaded assembly; null, and a finding, when one of them does not fit what is here.</summary>
    public static ModuleAssembly? Of(Assembly assembly, string file, Location origin, DiagnosticBag diagnostics)
    {
        try
        {
            return new(file, assembly.GetTypes(), origin);
        }
        catch (ReflectionTypeLoadException exception)
        {
            diagnostics.Add(RoomDiagnostics.DoesNotFit(file, exception.LoaderExceptions is [{ } first, ..] ? first : exception, origin));
            return null;
        }
    }
}
