using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ComposeX.Testing;

/// <summary>
/// Ends a test process on Mono as soon as its tests are done: Mono aborts its own timer thread while it shuts down, and now and
/// then dies of that after every test has passed.
/// </summary>
internal static class MonoExit
{
#pragma warning disable CA2255 // The tests' own kit: whoever loads it is a test process.
    [ModuleInitializer]
    internal static void Register()
#pragma warning restore CA2255
    {
        if (Type.GetType("Mono.Runtime") is not null)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => End();
        }
    }

    private static void End()
    {
        Console.Out.Flush();
        Console.Error.Flush();
        ExitAtOnce(Environment.ExitCode);
    }

    [DllImport("libc", EntryPoint = "_exit")]
    private static extern void ExitAtOnce(int code);
}
