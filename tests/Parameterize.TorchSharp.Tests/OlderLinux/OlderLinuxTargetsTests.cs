using System.Diagnostics;
using System.Reflection;
using global::OlderLinux;

namespace Parameterize.TorchSharp.Tests.OlderLinux;

/// <summary>
/// The targets in builds that have of the SDK only the step they hang on, with files that are as old as those of packages.
/// </summary>
public sealed class OlderLinuxTargetsTests : IDisposable
{
    private static readonly string targets =
        typeof(OlderLinuxTargetsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "OlderLinuxTargets").Value!;

    private static readonly byte[] first = MadeUpElf.Needing(("_ZSt21ios_base_library_initv", NewerNeed.Version));
    private static readonly byte[] second = MadeUpElf.Needing(
        ("_Znwm", "GLIBCXX_3.4"), ("_ZSt21ios_base_library_initv", NewerNeed.Version));

    private readonly string _folder = Directory.CreateTempSubdirectory("parameterize é ").FullName;

    public OlderLinuxTargetsTests()
    {
        Package("1.0", first);
        Package("2.0", second);
        File.WriteAllBytes(Path.Combine(_folder, "older.so"), MadeUpElf.Defining("GLIBCXX_3.4.30"));
        File.WriteAllBytes(Path.Combine(_folder, "newer.so"), MadeUpElf.Defining(NewerNeed.Version));
        File.WriteAllText(Path.Combine(_folder, "Made.proj"), $"""
            <Project DefaultTargets="Build">
              <Import Project="{targets}" />
              <Target Name="ResolvePackageAssets">
                <ItemGroup>
                  <NativeCopyLocalItems Include="$(Package)/libLibTorchSharp.so" DestinationSubPath="here/libLibTorchSharp" />
                  <NativeCopyLocalItems Include="$(Package)/libtorch.so" DestinationSubPath="here/libtorch" />
                </ItemGroup>
              </Target>
              <Target Name="Build" DependsOnTargets="ResolvePackageAssets">
                <Message Importance="high" Text="takes %(NativeCopyLocalItems.DestinationSubPath) from %(NativeCopyLocalItems.Identity)" />
              </Target>
            </Project>
            """);
    }

    [Fact]
    public void Another_version_another_system_and_a_repaired_file_are_looked_at_anew()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        Assert.Equal(NewerNeed.MadeWeak(first), Taken(Build("1.0", "older.so")));
        Assert.Equal(NewerNeed.MadeWeak(second), Taken(Build("2.0", "older.so")));
        Assert.Equal(second, Taken(Build("2.0", "newer.so")));
        Assert.Equal(NewerNeed.MadeWeak(second), Taken(Build("2.0", "older.so")));

        Package("1.0", first[..^8]);
        Assert.Contains("TORCHLINUX001", Build("1.0", "older.so"), StringComparison.Ordinal);
        Assert.Contains("TORCHLINUX001", Build("1.0", "older.so"), StringComparison.Ordinal);
        Package("1.0", first);
        Assert.Equal(NewerNeed.MadeWeak(first), Taken(Build("1.0", "older.so")));
    }

    [Fact]
    public void Copy_lies_among_intermediate_files_also_where_these_are_elsewhere()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var elsewhere = Path.Combine(_folder, "artifacts", "obj") + "/";
        var before = Directory.GetFileSystemEntries(_folder);
        var output = Build("1.0", "older.so", $"-p:IntermediateOutputPath={elsewhere}");
        Assert.Contains($"takes here/libLibTorchSharp from {elsewhere}OlderLinux/libLibTorchSharp.so", output, StringComparison.Ordinal);
        Assert.Contains("takes here/libtorch from 1.0/libtorch.so", output, StringComparison.Ordinal);
        Assert.Equal([Path.Combine(_folder, "artifacts")], Directory.GetFileSystemEntries(_folder).Except(before));
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Package(string version, byte[] library)
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, version)).FullName, "libLibTorchSharp.so");
        File.WriteAllBytes(file, library);
        File.SetLastWriteTimeUtc(file, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
    }

    private byte[] Taken(string output)
    {
        const string Taking = "takes here/libLibTorchSharp from ";
        Assert.DoesNotContain("TORCHLINUX001", output, StringComparison.Ordinal);
        var line = Assert.Single(output.Split('\n'), line => line.Contains(Taking, StringComparison.Ordinal));
        return File.ReadAllBytes(Path.Combine(_folder, line[(line.IndexOf(Taking, StringComparison.Ordinal) + Taking.Length)..].Trim()));
    }

    private string Build(string package, string standardLibrary, string intermediate = "-p:IntermediateOutputPath=obj/")
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [
                "msbuild", "-nologo", "-nodeReuse:false", $"-p:Package={package}", $"-p:OlderLinuxStandardLibrary={standardLibrary}",
                intermediate,
            ])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_CLI_UI_LANGUAGE"] = "en" },
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
        return output;
    }
}
