namespace ComposeX.Sdk.Tests.Builds;

/// <summary>A module as somebody else writes it, against the package ComposeX.Model.</summary>
internal static class ModuleSources
{
    /// <summary>A compose file that uses it.</summary>
    public const string Compose = TestProject.Compose + """
        x-mail:
          news:
            Properties: {EmailIdentity: example.com}
            Services: {web: {Access: Send}}

        """;

    /// <summary>The project; a reference to it makes the module that of another project.</summary>
    public static string Project(PackedSdk sdk) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net8.0</TargetFramework>
            <LangVersion>latest</LangVersion>
            <Nullable>enable</Nullable>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="ComposeX.Model" Version="{sdk.Version}" />
          </ItemGroup>
        </Project>
        """;

    public static string Module(string action = "ses:SendEmail") => $$"""
        using System.Collections.Generic;
        using ComposeX.CloudFormation.Values;
        using ComposeX.Model.Seam;
        using ComposeX.Syntax;

        namespace Acme.Mail;

        public sealed class MailModule : Module
        {
            public override string Key => "x-mail";

            public override string Type => "AWS::SES::EmailIdentity";

            public override IReadOnlyList<ModuleAttribute> Attributes => [new("Sender", null), new("Arn", null)];

            public override IReadOnlyList<AccessSet> Access => [AccessSet.OnResource("Send", "{{action}}")];
        }
        """;
}
