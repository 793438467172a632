using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Validation;

/// <summary>What generated templates should not do.</summary>
public static class LintDiagnostics
{
    public static Diagnostic Unused(string kind, string name, Location place) => Diagnostic.Warning("CX4080", place,
        $"The {kind} \"{name}\" is used nowhere in its template.");

    public static Diagnostic RedundantDependency(string resource, string dependency, Location place) => Diagnostic.Warning("CX4081", place,
        $"\"{resource}\" need not say that it depends on \"{dependency}\": it refers to it.");

    public static Diagnostic SubWithoutVariables(string text, Location place) => Diagnostic.Warning("CX4082", place,
        $"\"Fn::Sub\" has nothing to replace in \"{text}\": the text alone would do.");

    public static Diagnostic JoinOfOne(string delimiter, Location place) => Diagnostic.Warning("CX4083", place,
        $"\"Fn::Join\" with \"{delimiter}\" has one item only: the item alone would do.");

    public static Diagnostic PolicyWithoutPair(string resource, string missing, Location place) => Diagnostic.Warning("CX4084", place,
        $"\"{resource}\" should have \"{missing}\" too: deleting and replacing lose the same data.");

    public static Diagnostic StatefulWithoutPolicy(string resource, string type, Location place) => Diagnostic.Note("CX4085", place,
        $"\"{resource}\" ({type}) keeps data and has no \"DeletionPolicy\": deleting the stack deletes them.");

    public static Diagnostic PolicyVersion(string resource, Location place) => Diagnostic.Warning("CX4086", place,
        $"A policy document of \"{resource}\" should have the \"Version\" \"2012-10-17\": without it, variables are not replaced.");

    public static Diagnostic ReferenceToConditional(string resource, string target, string condition, Location place) => Diagnostic.Warning("CX4087", place,
        $"\"{resource}\" refers to \"{target}\", which is there only under the condition \"{condition}\".");

    public static Diagnostic WrongIdentifier(string path, string resource, string type, string attribute, Location place) => Diagnostic.Warning("CX4088", place,
        $"\"{path}\" wants \"{attribute}\" of \"{resource}\" ({type}), and \"Ref\" returns something else: use \"Fn::GetAtt\".");
}
