using System.IO.Compression;

namespace Parameterize.Packages.Tests;

/// <content>What the consumer's build does with TorchSharp's native library, by the folder that docs/guides/torchsharp.md says to
/// copy.</content>
public partial class PackageTests
{
    private const string Library = "runtimes/linux-x64/native/libLibTorchSharp.so";

    [Fact]
    public void Older_linux_runs_a_copy_and_the_package_cache_stays_as_it_was()
    {
        Build();
        Dotnet.Succeed(
            packed.Consumer, "publish", "--no-restore", "--configuration", "Debug", "--output", "published", "--verbosity", "quiet");
        var package = Directory.GetDirectories(BuildFacts.PackageFolder, "torchsharp").Single();
        var original = Path.Combine(package, BuildFacts.TorchSharpVersion, Library);
        var copy = Path.Combine(packed.Consumer, "obj", "Debug", BuildFacts.ToolchainFramework, "OlderLinux", "libLibTorchSharp.so");
        var taken = File.ReadAllBytes(File.Exists(copy) ? copy : original);
        Assert.Equal(taken, File.ReadAllBytes(Path.Combine(packed.Consumer, "bin", "Debug", BuildFacts.ToolchainFramework, Library)));
        Assert.Equal(taken, File.ReadAllBytes(Path.Combine(packed.Consumer, "published", Library)));
        Assert.Equal(AsPacked(package), File.ReadAllBytes(original));
        Dotnet.Succeed(packed.Consumer, "published/Consumer.dll");
    }

    private static byte[] AsPacked(string package)
    {
        var version = BuildFacts.TorchSharpVersion;
        using var file = ZipFile.OpenRead(Path.Combine(package, version, $"torchsharp.{version}.nupkg"));
        using var library = file.GetEntry(Library)!.Open();
        using var bytes = new MemoryStream();
        library.CopyTo(bytes);
        return bytes.ToArray();
    }
}
