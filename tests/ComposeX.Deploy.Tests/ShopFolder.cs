using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using ComposeX.CloudFormation.Manifests;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Tests;

/// <summary>An output folder as the compiler leaves it: a root, a nested stack with a queue and a table, one with a service.</summary>
internal sealed class ShopFolder : IDisposable
{
    public const string Secret = Aws.AwsDouble.SecretValue;
    public const string ComposeFile = "docker-compose.yml";

    private readonly string _folder = Directory.CreateTempSubdirectory("composex-deploy-").FullName;

    public string StackName { get; init; } = "shop";

    /// <summary>The resources of the nested stack <c>x-sqs</c>, as JSON members.</summary>
    public Dictionary<string, string> Data { get; } = new(StringComparer.Ordinal)
    {
        ["SqsOrders"] = """{"Type":"AWS::SQS::Queue","Properties":{"VisibilityTimeout":30}}""",
        ["Table"] = """{"Type":"AWS::DynamoDB::Table","Properties":{"TableName":"orders"}}""",
    };

    public Dictionary<string, string> Web { get; } = new(StringComparer.Ordinal)
    {
        ["Role"] = """{"Type":"AWS::IAM::Role","Properties":{"RoleName":"web"}}""",
        ["Service"] = """{"Type":"AWS::ECS::Service","Properties":{"Image":{"Ref":"Image"},"DesiredCount":1}}""",
    };

    public List<ManifestParameter> Parameters { get; } =
    [
        new("WebImage", "String", "shop-web:1", NoEcho: false, At(2)),
        new("DbPassword", "String", null, NoEcho: true, At(9)),
    ];

    public string Root { get; set; } = """
        {
          "Parameters": { "WebImage": { "Type": "String" }, "DbPassword": { "Type": "String", "NoEcho": true } },
          "Resources": {
            "Cluster": { "Type": "AWS::ECS::Cluster", "Properties": { "ClusterName": "shop" } },
            "DataStack": { "Type": "AWS::CloudFormation::Stack", "Properties": { "TemplateURL": "x-sqs.template.json" } },
            "WebStack": { "Type": "AWS::CloudFormation::Stack", "Properties": { "TemplateURL": "web.template.json", "Parameters": { "Image": { "Ref": "WebImage" } } } }
          },
          "Outputs": {
            "OrdersUrl": { "Value": { "Fn::GetAtt": ["DataStack", "Outputs.OrdersUrl"] } },
            "ClusterName": { "Value": { "Ref": "Cluster" } }
          }
        }
        """;

    public List<string> Capabilities { get; } = ["CAPABILITY_NAMED_IAM"];

    public bool HasNestedStacks { get; set; } = true;

    public bool HasDataStack { get; set; } = true;

    public string ManifestPath => Path.Combine(_folder, "ecs", "manifest.json");

    public string PathOf(string file) => Path.Combine(_folder, file);

    public static Location At(int line) => new(ComposeFile, line, 5, line, 12);

    /// <summary>Writes the folder and a request, and says where the request is.</summary>
    public string Write(string operation, string endpoint, Action<JsonObject>? change = null)
    {
        WriteFolder();
        var request = new JsonObject
        {
            ["formatVersion"] = 1,
            ["operation"] = operation,
            ["manifest"] = "ecs/manifest.json",
            ["projectDirectory"] = ".",
            ["region"] = Aws.AwsDouble.Region,
            ["endpointUrl"] = endpoint,
            ["pollSeconds"] = 0.005,
            ["parameterVariables"] = HasNestedStacks ? new JsonObject { ["DbPassword"] = "SHOP_DB_PASSWORD" } : [],
            ["planFile"] = "ecs/plan.json",
            ["outputsFile"] = "ecs/outputs.json",
        };
        change?.Invoke(request);
        var path = PathOf("request.json");
        File.WriteAllText(path, request.ToJsonString());
        return path;
    }

    public JsonElement Json(string file) => JsonDocument.Parse(File.ReadAllText(PathOf(file))).RootElement;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void WriteFolder()
    {
        Directory.CreateDirectory(PathOf("ecs"));
        File.WriteAllText(ManifestPath, ManifestWriter.Write(Manifest()));
        File.WriteAllText(PathOf("ecs/shop.template.json"), Root);
        File.WriteAllText(PathOf("ecs/x-sqs.template.json"), Template(Data, """{"OrdersUrl":{"Value":{"Ref":"SqsOrders"}}}"""));
        File.WriteAllText(PathOf("ecs/web.template.json"), Template(Web, "{}", """{"Image":{"Type":"String"}}"""));
    }

    private Manifest Manifest()
    {
        var root = new ManifestStack("shop", null, "shop.template.json", [], [new("Cluster", "AWS::ECS::Cluster", At(1))]);
        var data = new ManifestStack("x-sqs", "DataStack", "x-sqs.template.json", [], Resources(Data, 20));
        var web = new ManifestStack("web", "WebStack", "web.template.json", ["x-sqs"], Resources(Web, 30));
        return new Manifest(StackName, HasNestedStacks ? (HasDataStack ? [data, web, root] : [web, root]) : [root]) { Parameters = HasNestedStacks ? Parameters : [], Capabilities = Capabilities };
    }

    private static List<ManifestResource> Resources(Dictionary<string, string> resources, int line) =>
        [.. resources.Select((resource, index) => new ManifestResource(resource.Key, JsonNode.Parse(resource.Value)!["Type"]!.ToString(), At(line + index)))];

    private static string Template(Dictionary<string, string> resources, string outputs, string parameters = "{}") =>
        $$"""{"Parameters":{{parameters}},"Resources":{{{string.Join(',', resources.Select(resource => $"\"{resource.Key}\":{resource.Value}"))}} },"Outputs":{{outputs}}}""";
}
