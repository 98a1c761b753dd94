using System.IO.Compression;
using System.Xml.Linq;

namespace Parameterize.Packages.Tests;

/// <summary>The package as users get it: what is in it, and that a project outside of this repository builds and runs with it.</summary>
public partial class PackageTests(PackedFixture packed) : IClassFixture<PackedFixture>
{
    private static readonly string[] Shown = ["README.md", "CHANGELOG.md", "icon.png"];

    [Fact]
    public void Holds_the_library_the_analyzers_and_nothing_else()
    {
        using var package = ZipFile.OpenRead(packed.LibraryPackage);
        string[] expected =
        [
            "Parameterize.nuspec",
            .. Shown,
            "lib/netstandard2.0/Parameterize.dll",
            "lib/netstandard2.0/Parameterize.xml",
            "buildTransitive/Parameterize.props",
            "buildTransitive/Parameterize.targets",
            "analyzers/dotnet/roslyn4.14/cs/Parameterize.Generators.dll",
            "analyzers/dotnet/roslyn4.14/cs/Parameterize.CodeFixes.dll",
        ];
        var actual = package.Entries.Select(entry => entry.FullName).Where(name => !IsOfTheFormat(name));
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Depends_on_nothing_and_says_what_it_is()
    {
        using var package = ZipFile.OpenRead(packed.LibraryPackage);
        using var nuspec = package.GetEntry("Parameterize.nuspec")!.Open();
        var metadata = XDocument.Load(nuspec).Root!.Elements().Single();
        Assert.DoesNotContain(metadata.Descendants(), element => element.Name.LocalName == "dependency");
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Equal(BuildFacts.PackageVersion, Value("version"));
        Assert.NotEmpty(Value("description"));
        Assert.NotEqual("true", Value("developmentDependency"));

        string Value(string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value ?? "";
    }

    [Fact]
    public void Consumer_builds_and_trains()
    {
        Build();
        var output = Dotnet.Succeed(packed.Consumer, $"bin/Debug/{BuildFacts.ToolchainFramework}/Consumer.dll");

        // At 4 x base width and r = 1/2: Adam's rate of the hidden layer is 1/sqrt(4), and so is its multiplier.
        Assert.Equal("0.0078125 0.00390625 0.0078125\n0.5\nTrue\n", output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Package_for_tests_brings_the_generator_and_shows_its_own_types_alone()
    {
        using var package = ZipFile.OpenRead(packed.TestingPackage);
        string[] expected =
        [
            $"lib/{BuildFacts.ToolchainFramework}/Parameterize.Generators.dll",
            $"lib/{BuildFacts.ToolchainFramework}/Parameterize.Testing.dll",
            $"ref/{BuildFacts.ToolchainFramework}/Parameterize.Testing.dll",
        ];
        Assert.Equal(
            expected,
            package.Entries.Select(entry => entry.FullName)
                .Where(name => name.EndsWith(".dll", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Package_of_experiments_leaves_libtorch_to_its_user()
    {
        using var package = ZipFile.OpenRead(packed.ExperimentsPackage);
        using var nuspec = package.GetEntry("Parameterize.Experiments.nuspec")!.Open();
        var dependencies = XDocument.Load(nuspec).Descendants().Where(element => element.Name.LocalName == "dependency");
        Assert.Equal(
            [
                ("Parameterize", BuildFacts.PackageVersion),
                ("Parameterize.Charts", BuildFacts.PackageVersion),
                ("TorchSharp", BuildFacts.TorchSharpVersion),
            ],
            dependencies.Select(one => (one.Attribute("id")!.Value, one.Attribute("version")!.Value)).Order());
        Assert.Equal(
            $"lib/{BuildFacts.ToolchainFramework}/Parameterize.Experiments.dll",
            Assert.Single(package.Entries, entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal)).FullName);
    }

    [Fact]
    public void Package_of_charts_depends_on_nothing()
    {
        using var package = ZipFile.OpenRead(packed.FileOf("Parameterize.Charts"));
        using var nuspec = package.GetEntry("Parameterize.Charts.nuspec")!.Open();
        Assert.DoesNotContain(XDocument.Load(nuspec).Descendants(), element => element.Name.LocalName == "dependency");
    }

    [Fact]
    public void Mistake_of_a_consumer_is_an_error_of_the_build()
    {
        var (exitCode, output) = Build("-p:Broken=true");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("Broken.cs(10,38): error PMZ0009", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Older_compiler_is_told_so()
    {
        // What the SDK picks an analyzer's folder by, as .NET SDK 9.0.100 sets it.
        var (exitCode, output) = Build("-p:CompilerApiVersion=roslyn4.12");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("error PMZCFG0001: Parameterize needs the C# compiler of .NET SDK 9.0.300", output, StringComparison.Ordinal);
        Assert.Contains("this one is Roslyn 4.12", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Parameterize")]
    [InlineData("Parameterize.Charts")]
    [InlineData("Parameterize.Testing")]
    [InlineData("Parameterize.Experiments")]
    [InlineData("Parameterize.Tool")]
    public void Package_shows_what_it_is_and_from_which_commit(string id)
    {
        using var package = ZipFile.OpenRead(packed.FileOf(id));
        using var nuspec = package.GetEntry($"{id}.nuspec")!.Open();
        var metadata = XDocument.Load(nuspec).Root!.Elements().Single();
        string[] shown = ["icon", "readme", "releaseNotes", "description", "license"];
        Assert.Empty(shown.Except(metadata.Elements().Select(element => element.Name.LocalName)));
        Assert.All(Shown, name => Assert.True(package.GetEntry(name)!.Length > 100, name));
        using var readme = new StreamReader(package.GetEntry("README.md")!.Open());
        Assert.Equal($"# {id}", readme.ReadLine());
        if (Path.Exists(Path.Combine(BuildFacts.RepositoryRoot, ".git")))
        {
            var commit = metadata.Elements().Single(element => element.Name.LocalName == "repository").Attribute("commit")!.Value;
            Assert.Matches("^[0-9a-f]{40}$", commit);
        }
    }

    [Theory]
    [InlineData("Parameterize")]
    [InlineData("Parameterize.Testing")]
    [InlineData("Parameterize.Charts")]
    [InlineData("Parameterize.Experiments")]
    [InlineData("Parameterize.Tool")]
    public void Debugger_steps_into_the_sources(string id)
    {
        using var package = ZipFile.OpenRead(packed.FileOf(id));
        var own = package.Entries.Where(entry => entry.Name.StartsWith("Parameterize", StringComparison.Ordinal)
            && entry.Name.EndsWith(".dll", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(own);
        Assert.All(own, dll =>
        {
            var sources = DebuggedSources.Of(dll);
            Assert.Contains(sources.Keys, path => !path.Contains("/obj/", StringComparison.Ordinal));
            Assert.DoesNotContain(sources, source => !source.Value);
        });
    }

    private static bool IsOfTheFormat(string name) =>
        name.StartsWith("_rels/", StringComparison.Ordinal)
        || name.StartsWith("package/", StringComparison.Ordinal)
        || name == "[Content_Types].xml";

    private void Build() => Dotnet.Succeed(packed.Consumer, "build", "--no-restore", "--verbosity", "quiet");

    private (int ExitCode, string Output) Build(string property) =>
        Dotnet.Run(packed.Consumer, "build", "--no-restore", "--verbosity", "quiet", property);
}
