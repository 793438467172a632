using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ComposeX.Architecture.Tests.Assemblies;

/// <summary>Reads which types of an assembly name which others of it: in signatures, base types, attributes and code.</summary>
internal static class CompiledProject
{
    /// <summary>The assembly of a project, from the tests' own output.</summary>
    public static AssemblyDefinition Read(string name) => AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, name + ".dll"));

    public static IReadOnlyList<TypeUse> Uses(AssemblyDefinition assembly) =>
    [
        .. assembly.MainModule.GetTypes()
            .SelectMany(type => References(type).SelectMany(Parts).Select(used => (Type: Outermost(type), Used: used)))
            .Where(pair => pair.Used.Scope == assembly.MainModule)
            .Select(pair => (pair.Type, Used: Outermost(pair.Used)))
            .Where(pair => pair.Type.Namespace.Length > 0 && pair.Used.Namespace.Length > 0)
            .Select(pair => new TypeUse(pair.Type.Name, pair.Type.Namespace, pair.Used.Name, pair.Used.Namespace))
            .Distinct(),
    ];

    private static IEnumerable<TypeReference> References(TypeDefinition type) =>
    [
        .. type.BaseType is { } parent ? (TypeReference[])[parent] : [],
        .. type.Interfaces.Select(implemented => implemented.InterfaceType),
        .. type.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType),
        .. type.Fields.Select(field => field.FieldType),
        .. type.Properties.Select(property => property.PropertyType),
        .. type.CustomAttributes.Concat(type.Methods.SelectMany(method => method.CustomAttributes)).SelectMany(Attribute),
        .. type.Methods.SelectMany(Signature),
        .. type.Methods.Where(method => method.HasBody).SelectMany(method => Code(method.Body)),
    ];

    private static IEnumerable<TypeReference> Attribute(CustomAttribute attribute) =>
        attribute.ConstructorArguments.Select(argument => argument.Value).OfType<TypeReference>().Prepend(attribute.AttributeType);

    private static IEnumerable<TypeReference> Signature(MethodReference method) => method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType);

    private static IEnumerable<TypeReference> Code(MethodBody body) => body.Variables
        .Select(variable => variable.VariableType)
        .Concat(body.Instructions.SelectMany(Operand));

    private static IEnumerable<TypeReference> Operand(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        GenericInstanceMethod method => [method.DeclaringType, .. Signature(method), .. method.GenericArguments],
        MethodReference method => [method.DeclaringType, .. Signature(method)],
        _ => [],
    };

    // List<A[]> is List, A[] and A.
    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        TypeSpecification other => Parts(other.ElementType),
        GenericParameter => [],
        _ => [type],
    };

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
