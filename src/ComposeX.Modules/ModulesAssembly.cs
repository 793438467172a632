namespace ComposeX.Modules;

/// <summary>Names this assembly, in which the compiler looks for modules.</summary>
public static class ModulesAssembly;
