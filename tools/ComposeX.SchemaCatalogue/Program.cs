using System;
using System.IO;
using System.Linq;
using ComposeX.SchemaCatalogue;

if (args is not ["--spec", var spec, "--limits", var limits, "--patches", var patches, "--out", var output])
{
    Console.Error.WriteLine("usage: --spec <db.json.gz> --limits <folder of registry schemas> --patches <folder> --out <catalogue.bin>");
    return 1;
}

var published = ServiceSpec.Read(spec).ToList();
var limited = RegistryLimits.Read(limits);
var corrections = Patches.Read(patches);
var schemas = published
    .Select(schema => limited.AddTo(schema))
    .Select(schema => corrections.Apply(schema))
    .OrderBy(schema => schema.TypeName, StringComparer.Ordinal)
    .ToList();

var bytes = CatalogueEncoder.Encode(schemas);
File.WriteAllBytes(output, bytes);
Console.WriteLine(FormattableString.Invariant($"{schemas.Count} types, {schemas.Sum(schema => schema.NestedTypes.Count)} nested types, {limited.Count} with limits, {bytes.Length} bytes"));
foreach (var unused in corrections.Unused())
    Console.WriteLine("A patch that corrects nothing any more: " + unused);
return 0;
