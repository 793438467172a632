using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.EnvFiles;
using ComposeX.Compose.Inputs;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Normalisation;

/// <summary>Puts what <c>env_file</c> and <c>label_file</c> say into the environment and the labels of each service; what the service itself says wins.</summary>
internal sealed class EnvironmentPhase(TrackedFiles files, Variables variables, DiagnosticBag diagnostics)
{
    public static YamlMapping Apply(YamlMapping model, TrackedFiles files, Variables variables, DiagnosticBag diagnostics) =>
        model.SelectServices((_, service) => new EnvironmentPhase(files, variables, diagnostics).Service(service));

    private YamlMapping Service(YamlMapping service)
    {
        service = WithEnvFiles(service);
        return WithLabelFiles(service);
    }

    private YamlMapping WithEnvFiles(YamlMapping service)
    {
        if (service["env_file"] is not YamlSequence list)
            return service;

        var own = service["environment"].AsMapping();
        var values = new Dictionary<string, EnvValue>(StringComparer.Ordinal);
        foreach (var file in list.Items.OfType<YamlMapping>())
        {
            Read(file, name => variables[name] ?? own?[name].AsText(), values);
        }

        return With(service, "environment", own, values).Without("env_file");
    }

    private void Read(YamlMapping file, Func<string, string?> lookup, Dictionary<string, EnvValue> values)
    {
        var path = file["path"];
        if (path.AsText() is not { } name)
            return;

        var source = files.Read(name);
        if (source is null)
        {
            if (file["required"] is not YamlScalar required || ScalarResolver.Resolve(required) is not { Kind: ScalarKind.Boolean, Boolean: false })
            {
                diagnostics.Add(EnvFileDiagnostics.NotFound(path!.Location, name));
            }

            return;
        }

        switch (file["format"].AsText())
        {
            case null or "":
                EnvFileReader.Read(source, lookup, values, diagnostics);
                break;
            case "raw":
                RawEnvFileReader.Read(source, lookup, values, diagnostics);
                break;
            case var format:
                diagnostics.Add(EnvFileDiagnostics.UnknownFormat(file["format"]!.Location, format));
                break;
        }
    }

    private YamlMapping WithLabelFiles(YamlMapping service)
    {
        if (service["label_file"] is not YamlSequence list)
            return service;

        var values = new Dictionary<string, EnvValue>(StringComparer.Ordinal);
        foreach (var path in list.Items.OfType<YamlScalar>())
        {
            if (files.Read(path.Text) is { } source)
            {
                EnvFileReader.Read(source, _ => null, values, diagnostics);
            }
            else
            {
                diagnostics.Add(EnvFileDiagnostics.NotFound(path.Location, path.Text));
            }
        }

        return With(service, "labels", service["labels"].AsMapping(), values).Without("label_file");
    }

    private static YamlMapping With(YamlMapping service, string attribute, YamlMapping? own, Dictionary<string, EnvValue> values)
    {
        if (values.Count == 0)
            return service;

        var builder = new MappingBuilder(own?.Entries.Count + values.Count ?? values.Count);
        foreach (var value in values)
        {
            builder.Set(Tree.Entry(value.Key, Tree.Text(value.Value.Text, value.Value.Origin)));
        }

        foreach (var entry in own?.Entries ?? [])
        {
            builder.Set(entry);
        }

        return service.With(attribute, builder.Build(own?.Location ?? service.Location));
    }
}
