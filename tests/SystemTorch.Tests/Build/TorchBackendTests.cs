using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace SystemTorch.Tests.Build;

/// <summary>Where TorchSharp comes from, by evaluating UsesTorch.proj under each TorchBackend.</summary>
public class TorchBackendTests
{
    private static readonly string root = typeof(TorchBackendTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    [Fact]
    public void Others_are_refused_by_name()
    {
        var error = Assert.Throws<Xunit.Sdk.TrueException>(() => Evaluate("None", "-t:CheckTorchBackend"));
        Assert.Contains("it is one of NuGet, System or Assembly", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<Xunit.Sdk.TrueException>(() => Evaluate("Assembly", "-t:CheckTorchBackend"));
        Assert.Contains("TorchBackend=Assembly needs -p:TorchSharpAssembly=PATH", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NuGet_is_the_package_that_users_have()
    {
        var items = Evaluate("NuGet");
        Assert.Contains("TorchSharp-cpu", Names(items, "PackageReference"));
        Assert.Equal("0.107.0", items.GetProperty("PackageVersion").EnumerateArray()
            .Single(item => item.GetProperty("Identity").GetString() == "TorchSharp-cpu").GetProperty("Version").GetString());
        Assert.DoesNotContain(Names(items, "ProjectReference"), name => name.Contains("SystemTorch", StringComparison.Ordinal));
    }

    [Fact]
    public void Package_leaves_the_choice_of_libtorch_to_its_user()
    {
        var names = Names(Evaluate("NuGet", "-p:IsPackable=true"), "PackageReference");
        Assert.Contains("TorchSharp", names);
        Assert.DoesNotContain("TorchSharp-cpu", names);
    }

    [Fact]
    public void System_is_the_project_in_eng()
    {
        var items = Evaluate("System");
        Assert.Contains(Names(items, "ProjectReference"), name => name.EndsWith("SystemTorch.csproj", StringComparison.Ordinal));
        Assert.DoesNotContain("TorchSharp-cpu", Names(items, "PackageReference"));
    }

    [Fact]
    public void Assembly_is_the_file_that_is_named()
    {
        var path = typeof(TorchSharp.torch).Assembly.Location;
        var items = Evaluate("Assembly", $"-p:TorchSharpAssembly={path}");
        var reference = items.GetProperty("Reference").EnumerateArray()
            .Single(item => item.GetProperty("Identity").GetString() == "TorchSharp");
        Assert.Equal(path, reference.GetProperty("HintPath").GetString());
        Assert.Empty(Names(items, "ProjectReference"));
        Assert.DoesNotContain("TorchSharp-cpu", Names(items, "PackageReference"));
    }

    private static List<string> Names(JsonElement items, string kind) =>
        [.. items.GetProperty(kind).EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!)];

    private static JsonElement Evaluate(string backend, params string[] properties)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = root };
        foreach (var argument in (string[])
        [
            "msbuild", Path.Combine(root, "tests", "SystemTorch.Tests", "Build", "UsesTorch.proj"), "-nologo",
            "-getItem:PackageReference", "-getItem:PackageVersion", "-getItem:Reference", "-getItem:ProjectReference",
            $"-p:TorchBackend={backend}", .. properties,
        ])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output + errors.Result);
        return JsonDocument.Parse(output).RootElement.GetProperty("Items");
    }
}
