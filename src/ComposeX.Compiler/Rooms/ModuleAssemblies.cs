using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Rooms;

/// <summary>Adds the modules of other assemblies to our own. Each compilation makes its own: what one keeps in a field, the next does not see.</summary>
internal sealed class ModuleAssemblies(DiagnosticBag diagnostics)
{
    private static readonly Regex _keys = new("^x-[a-z0-9][a-z0-9_-]*$", RegexOptions.CultureInvariant);

    private readonly Dictionary<string, string> _owners = ModuleCatalogue.Modules
        .SelectMany(module => module.OtherKeys.Append(module.Key))
        .ToDictionary(key => key, _ => "ComposeX.Build itself", StringComparer.Ordinal);

    /// <summary>Our own modules and those of the assemblies; what cannot be taken is reported.</summary>
    public static ModuleSet Add(IReadOnlyList<ModuleAssembly> assemblies, DiagnosticBag diagnostics)
    {
        if (assemblies.Count == 0)
        {
            return ModuleCatalogue.BuiltIn;
        }

        var reader = new ModuleAssemblies(diagnostics);
        var modules = assemblies.SelectMany(reader.Modules).ToList();
        var serviceModules = assemblies.SelectMany(reader.ServiceModules).ToList();
        return new(
            [.. ModuleCatalogue.Modules.Concat(modules).OrderBy(module => module.Key, StringComparer.Ordinal)],
            [.. ModuleCatalogue.ServiceModules, .. serviceModules]);
    }

    private IEnumerable<Module> Modules(ModuleAssembly assembly)
    {
        if (!Types<Module>(assembly).Concat(Types<ServiceModule>(assembly)).Any())
        {
            diagnostics.Add(RoomDiagnostics.NoModule(assembly.File, assembly.Origin));
        }

        foreach (var type in Types<Module>(assembly))
        {
            var made = Make(type, assembly, () => (Module)Activator.CreateInstance(type, nonPublic: true)!, module => new ModuleGuard(module, ModuleFacts.Of(module), assembly, diagnostics));
            if (made is { } guard && AreFree(guard, type))
            {
                yield return guard.Inner is EnvironmentModule ? new GuardedEnvironmentModule(guard) : new GuardedModule(guard);
            }
        }
    }

    private IEnumerable<ServiceModule> ServiceModules(ModuleAssembly assembly)
    {
        foreach (var type in Types<ServiceModule>(assembly))
        {
            var made = Make(type, assembly, () => (ServiceModule)Activator.CreateInstance(type, nonPublic: true)!, module => new GuardedServiceModule(module, assembly, diagnostics));
            if (made is not null && made.Keys.All(key => IsKey(key, type, assembly)))
            {
                yield return made;
            }
        }
    }

    private TResult? Make<T, TResult>(Type type, ModuleAssembly assembly, Func<T> construct, Func<T, TResult> wrap)
        where TResult : class
    {
        if (!type.IsValueType && type.GetConstructors(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic).All(constructor => constructor.GetParameters().Length > 0))
        {
            diagnostics.Add(RoomDiagnostics.CannotBeMade(type.Name, assembly.File, "it has no constructor without parameters.", assembly.Origin));
            return null;
        }

        return Guard.Try<TResult?>(() => wrap(construct()), null, exception => diagnostics.Add(RoomDiagnostics.IsMisfit(exception)
            ? RoomDiagnostics.DoesNotFit(assembly.File, exception, assembly.Origin)
            : RoomDiagnostics.CannotBeMade(type.Name, assembly.File, RoomDiagnostics.Sentence(exception), assembly.Origin)));
    }

    private bool AreFree(ModuleGuard guard, Type type)
    {
        IReadOnlyList<string> keys = [guard.Facts.Key, .. guard.Facts.OtherKeys];
        foreach (var key in keys.Where(_owners.ContainsKey))
        {
            diagnostics.Add(RoomDiagnostics.KeyTaken(key, guard.Assembly.File, _owners[key], guard.Assembly.Origin));
        }

        var free = keys.All(key => !_owners.ContainsKey(key) && IsKey(key, type, guard.Assembly));
        foreach (var key in keys)
        {
            _owners[key] = _owners.TryGetValue(key, out var owner) ? owner : $"\"{guard.Assembly.File}\"";
        }

        return free;
    }

    private bool IsKey(string key, Type type, ModuleAssembly assembly)
    {
        var isKey = _keys.IsMatch(key);
        if (!isKey)
        {
            diagnostics.Add(RoomDiagnostics.BadKey(key, type.Name, assembly.File, assembly.Origin));
        }

        return isKey;
    }

    // In ordinal order of their names, as ours.
    private static IEnumerable<Type> Types<T>(ModuleAssembly assembly) => assembly.Types
        .Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract && !type.ContainsGenericParameters)
        .OrderBy(type => type.FullName, StringComparer.Ordinal);
}
