using Parameterize.Testing.Snapshots;

namespace Parameterize.TestKit.Tests;

public sealed class TestSourceTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("mapped").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("/_/tests/X/Y.cs")]
    [InlineData("/_1/tests/X/Y.cs")]
    public void Path_of_a_deterministic_build_is_found_above_the_assembly(string mapped)
    {
        var source = Write("tests/X/Y.cs");
        Write("Parameterize.sln");
        Write("tests/X/Directory.Packages.props"); // a nearer marker without the file does not mislead
        var bin = Directory.CreateDirectory(Path.Combine(_root, "tests/X/bin/Debug/net10.0")).FullName;
        Assert.Equal(source, TestSource.Resolve(mapped, bin));
    }

    [Fact]
    public void Path_that_is_nowhere_says_what_to_do()
    {
        var failure = Assert.Throws<DirectoryNotFoundException>(() => TestSource.Resolve("/_/no.cs", _root));
        Assert.Contains("DeterministicSourcePaths=false", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Real_path_is_itself() => Assert.Equal("/x/y.cs", TestSource.Resolve("/x/y.cs"));

    [Theory]
    [InlineData("/_/tests/ModelTests.cs")]
    [InlineData("/_/tests/ModelTests.Emission.cs")]
    [InlineData(@"C:\tests\ModelTests.cs")]
    public void Class_is_the_first_part_of_the_file_name(string path) => Assert.Equal("ModelTests", TestSource.ClassOf(path));

    private string Write(string path)
    {
        var full = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, "");
        return full;
    }
}
