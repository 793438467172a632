using System;
using System.IO;
using System.Reflection;
using System.Reflection.Emit;

namespace ComposeX.Sdk.Tests.Builds;

/// <summary>Writes an assembly with a module in a moment, without a compiler.</summary>
internal static class EmittedModule
{
    /// <summary>A module for a key, of the type that <paramref name="typeOf"/> returns; with a function that is elsewhere, an assembly that needs another.</summary>
    public static byte[] Module(string assembly, string key, MethodInfo? typeOf = null)
    {
        var builder = new PersistedAssemblyBuilder(new AssemblyName(assembly), typeof(object).Assembly);
        var type = builder.DefineDynamicModule(assembly).DefineType("EmittedModule", TypeAttributes.Public, typeof(Model.Seam.Module));
        Getter(type, "Key", code => code.Emit(OpCodes.Ldstr, key));
        Getter(type, "Type", code =>
        {
            if (typeOf is null)
                code.Emit(OpCodes.Ldstr, "AWS::SES::EmailIdentity");
            else
                code.Emit(OpCodes.Call, typeOf);
        });
        type.CreateType();
        return Bytes(builder);
    }

    /// <summary>An assembly with the function <c>Names.Type()</c>, and that function.</summary>
    public static (byte[] Bytes, MethodInfo Function) Names(string assembly, string returned)
    {
        var builder = new PersistedAssemblyBuilder(new AssemblyName(assembly), typeof(object).Assembly);
        var type = builder.DefineDynamicModule(assembly).DefineType("Names", TypeAttributes.Public);
        var function = type.DefineMethod("Type", MethodAttributes.Public | MethodAttributes.Static, typeof(string), []);
        var code = function.GetILGenerator();
        code.Emit(OpCodes.Ldstr, returned);
        code.Emit(OpCodes.Ret);
        type.CreateType();
        return (Bytes(builder), function);
    }

    private static void Getter(TypeBuilder type, string property, Action<ILGenerator> value)
    {
        var getter = type.DefineMethod("get_" + property, MethodAttributes.Public | MethodAttributes.Virtual | MethodAttributes.HideBySig | MethodAttributes.SpecialName, typeof(string), []);
        var code = getter.GetILGenerator();
        value(code);
        code.Emit(OpCodes.Ret);
    }

    private static byte[] Bytes(PersistedAssemblyBuilder builder)
    {
        using var stream = new MemoryStream();
        builder.Save(stream);
        return stream.ToArray();
    }
}
