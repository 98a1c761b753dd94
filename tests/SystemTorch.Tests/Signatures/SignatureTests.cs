namespace SystemTorch.Tests.Signatures;

public class SignatureTests
{
    private static readonly string file = Path.Combine(AppContext.BaseDirectory, "signatures.txt");

    /// <summary>What is in that list was found in TorchSharp 0.106 and 0.107: nothing compiles here that TorchSharp refuses.</summary>
    [Fact]
    public void Public_surface_is_exactly_the_list_that_was_checked_against_TorchSharp()
    {
        var listed = File.ReadAllLines(file).Where(line => line.Length > 0 && line[0] != '#').ToList();
        var offered = Surface.Of(typeof(TorchSharp.torch).Assembly).ToList();
        if (Environment.GetEnvironmentVariable("SYSTEMTORCH_WRITE_SIGNATURES") is { Length: > 0 } path)
            File.WriteAllLines(path, offered);

        Assert.Empty(offered.Except(listed));
        Assert.Empty(listed.Except(offered));
    }

    [Fact]
    public void Assembly_and_namespaces_are_TorchSharps()
    {
        var assembly = typeof(TorchSharp.torch).Assembly;
        Assert.Equal("TorchSharp", assembly.GetName().Name);
        Assert.Equal(
            ["TorchSharp", "TorchSharp.Modules", "TorchSharp.Utils"],
            assembly.GetExportedTypes().Select(type => type.Namespace!).Distinct().Order(StringComparer.Ordinal));
    }
}
