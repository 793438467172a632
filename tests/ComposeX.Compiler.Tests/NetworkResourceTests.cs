using System;
using System.Linq;
using Xunit;

namespace ComposeX.Compiler.Tests;

/// <summary>What tasks connect to in the VPC.</summary>
public sealed class NetworkResourceTests
{
    [Theory]
    [InlineData(60, false)]
    [InlineData(61, true)]
    public void More_users_than_a_security_group_has_rules_for_are_reported(int users, bool isReported)
    {
        var names = Enumerable.Range(0, users).Select(number => FormattableString.Invariant($"service-{number:00}")).ToList();
        var compose = $$"""
            services:
            {{string.Join("\n", names.Select(name => $"  {name}: {{image: acme/app:1}}"))}}
            x-elasticache:
              sessions:
                MacroParameters: {Engine: valkey, EngineVersion: "8.0"}
                Services: {{{string.Join(", ", names.Select(name => $"{name}: {{}}"))}}}
            """;
        Assert.Equal(isReported, Compiling.Compile(compose).Diagnostics.Any(finding => finding.Code == "CX2026"));
    }
}
