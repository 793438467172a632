using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Efs;

/// <summary>A file system that is there already: written down under <c>Use</c>, or found for a <c>Lookup</c>.</summary>
/// <param name="WrittenArn">Its ARN, where that is known.</param>
/// <param name="GroupId">The security group of its mount targets, where that is known.</param>
internal sealed record ExistingFileSystem(CfnValue Id, CfnValue? WrittenArn, CfnValue? GroupId)
{
    private static readonly Regex IdOrArn = new(@"^(?<arn>arn:aws[a-z-]*:elasticfilesystem:[a-z0-9-]+:\d{12}:file-system/)?(?<id>fs-[0-9a-f]{8,40})$", RegexOptions.CultureInvariant);

    public static ExistingFileSystem? Read(Declaration declaration, DiagnosticBag diagnostics)
    {
        RejectOwn(declaration, diagnostics);
        if (declaration.Lookup is { } lookup)
        {
            return declaration.Found is { } found && found.Require(EfsModule.FileSystemId, lookup.Location, diagnostics) is { } id
                ? new(id, Of(EfsModule.Arn), Of(EfsModule.GroupId))
                : null;
        }

        switch (declaration.Use)
        {
            case YamlScalar text:
                return Read(new(text.Text, text.Location), null, declaration, diagnostics);
            case YamlMapping both:
                var reader = MappingReader.Of(both, diagnostics);
                var written = reader.Text(EfsModule.FileSystemId) ?? new("", both.Location);
                var group = reader.Text(EfsModule.GroupId);
                reader.RejectOthers("Use of x-efs");
                return Read(written, group, declaration, diagnostics);
            default:
                diagnostics.Add(ModelDiagnostics.WrongKind("Use", "the id of a file system, or a mapping with FilesystemId and GroupId", declaration.Use!.Location));
                return null;
        }

        CfnValue? Of(string attribute) => declaration.Found!.Attributes.TryGetValue(attribute, out var value) ? value : null;
    }

    public CfnValue? Attribute(string name, Cfn cfn) => name switch
    {
        EfsModule.FileSystemId => Id,
        EfsModule.GroupId => GroupId,
        EfsModule.Arn when WrittenArn is not null => WrittenArn,
        EfsModule.Arn when Id is CfnString id => cfn.Sub("arn:${AWS::Partition}:elasticfilesystem:${AWS::Region}:${AWS::AccountId}:file-system/" + id.Value),
        _ => null,
    };

    private static ExistingFileSystem? Read(Located<string> written, Located<string>? group, Declaration declaration, DiagnosticBag diagnostics)
    {
        if (IdOrArn.Match(written.Value) is not { Success: true } match)
        {
            diagnostics.Add(EfsDiagnostics.NoFileSystem(written.Value, written.Origin));
            return null;
        }

        if (group is null && declaration.Services.Count > 0)
        {
            diagnostics.Add(EfsDiagnostics.UnknownGroup(declaration.Name, written.Origin));
        }

        return new(
            new CfnString(match.Groups["id"].Value, written.Origin),
            match.Groups["arn"].Success ? new CfnString(written.Value, written.Origin) : null,
            group is { } known ? new CfnString(known.Value, known.Origin) : null);
    }

    private static void RejectOwn(Declaration declaration, DiagnosticBag diagnostics)
    {
        foreach (var (name, node) in new[] { ("Properties", declaration.Properties), ("MacroParameters", declaration.MacroParameters), ("Settings", declaration.Settings) })
        {
            if (node is { Entries.Count: > 0 })
            {
                diagnostics.Add(EfsDiagnostics.HasNoEffect(name, declaration.Lookup is null ? "Use" : "Lookup", node.Location));
            }
        }
    }
}
