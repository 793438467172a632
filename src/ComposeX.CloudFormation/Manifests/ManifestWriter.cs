using System;
using System.Collections.Generic;
using ComposeX.CloudFormation.Json;
using ComposeX.Syntax;
using Newtonsoft.Json;

namespace ComposeX.CloudFormation.Manifests;

/// <summary>Writes <c>manifest.json</c>.</summary>
public static class ManifestWriter
{
    /// <summary>The manifest's text. What is null is left out.</summary>
    public static string Write(Manifest manifest) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        Number(json, "formatVersion", Manifest.FormatVersion);
        Text(json, "stackName", manifest.StackName);
        Texts(json, "capabilities", manifest.Capabilities);
        Each(json, "stacks", manifest.Stacks, Stack);
        Each(json, "parameters", manifest.Parameters, Parameter);
        Each(json, "images", manifest.Images, Image);
        Each(json, "exports", manifest.Exports, Export);
        json.WriteEndObject();
    });

    private static void Stack(JsonWriter json, ManifestStack stack)
    {
        Text(json, "name", stack.Name);
        Text(json, "logicalId", stack.LogicalId);
        Text(json, "templateFile", stack.TemplateFile);
        Texts(json, "dependsOn", stack.DependsOn);
        Each(json, "resources", stack.Resources, Resource);
    }

    private static void Resource(JsonWriter json, ManifestResource resource)
    {
        Text(json, "logicalId", resource.LogicalId);
        Text(json, "type", resource.Type);
        Origin(json, resource.Origin);
    }

    private static void Parameter(JsonWriter json, ManifestParameter parameter)
    {
        Text(json, "name", parameter.Name);
        Text(json, "type", parameter.Type);
        Text(json, "value", parameter.Value);
        json.WritePropertyName("noEcho");
        json.WriteValue(parameter.NoEcho);
        Origin(json, parameter.Origin);
    }

    private static void Image(JsonWriter json, ManifestImage image)
    {
        Text(json, "service", image.Service);
        Text(json, "parameter", image.Parameter);
        Text(json, "image", image.Image);
        Text(json, "buildContext", image.BuildContext);
        Text(json, "project", image.Project);
        Text(json, "registry", image.Registry);
        Text(json, "repository", image.Repository);
        Text(json, "dockerfile", image.Dockerfile);
        Texts(json, "dockerfileKeys", image.DockerfileKeys);
        Text(json, "platform", image.Platform);
        Texts(json, "ports", image.Ports);
        Text(json, "user", image.User);
        Origin(json, image.Origin);
    }

    private static void Export(JsonWriter json, ManifestExport export)
    {
        Text(json, "name", export.Name);
        Text(json, "stack", export.Stack);
        Text(json, "output", export.Output);
        Origin(json, export.Origin);
    }

    private static void Origin(JsonWriter json, Location origin)
    {
        json.WritePropertyName("origin");
        json.WriteStartObject();
        Text(json, "file", origin.File);
        Number(json, "line", origin.Line);
        Number(json, "column", origin.Column);
        Number(json, "endLine", origin.EndLine);
        Number(json, "endColumn", origin.EndColumn);
        json.WriteEndObject();
    }

    private static void Each<T>(JsonWriter json, string name, IReadOnlyList<T> items, Action<JsonWriter, T> members)
    {
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var item in items)
        {
            json.WriteStartObject();
            members(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var text in texts)
            json.WriteValue(text);
        json.WriteEndArray();
    }

    private static void Text(JsonWriter json, string name, string? text)
    {
        if (text is null)
            return;
        json.WritePropertyName(name);
        json.WriteValue(text);
    }

    private static void Number(JsonWriter json, string name, int number)
    {
        json.WritePropertyName(name);
        json.WriteValue(number);
    }
}
