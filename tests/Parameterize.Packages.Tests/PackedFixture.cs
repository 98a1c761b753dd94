namespace Parameterize.Packages.Tests;

/// <summary>The package in a feed of its own, and a consumer outside of the repository that has restored it; both for all tests.</summary>
public sealed partial class PackedFixture : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("parameterize-").FullName;

    /// <summary>Packs, writes the consumer and restores it.</summary>
    public PackedFixture()
    {
        Feed = Directory.CreateDirectory(Path.Combine(_root, "feed")).FullName;
        Consumer = Directory.CreateDirectory(Path.Combine(_root, "consumer")).FullName;
        Pack("src/Parameterize");
        Pack("src/Parameterize.Testing");
        Pack("src/Parameterize.Tool");
        Pack("src/Parameterize.Charts");
        Pack("src/Parameterize.Experiments");
        WriteFeed();
        WriteConsumer();
        Dotnet.Succeed(Consumer, "restore", "--verbosity", "quiet");
    }

    /// <summary>The folder that packages are restored from.</summary>
    public string Feed { get; }

    /// <summary>The consumer's folder.</summary>
    public string Consumer { get; }

    /// <summary>The package's file.</summary>
    public string LibraryPackage => FileOf("Parameterize");

    /// <summary>The file of the package for tests.</summary>
    public string TestingPackage => FileOf("Parameterize.Testing");

    /// <summary>The file of the package of experiments.</summary>
    public string ExperimentsPackage => FileOf("Parameterize.Experiments");

    /// <summary>A package's file.</summary>
    public string FileOf(string package) => Path.Combine(Feed, $"{package}.{BuildFacts.PackageVersion}.nupkg");

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static string TorchSharp => Package("TorchSharp-cpu", BuildFacts.TorchSharpVersion);

    private void Pack(string project) => Dotnet.Succeed(
        BuildFacts.RepositoryRoot,
        "pack", project, "--no-build", "--configuration", BuildFacts.Configuration, "--output", Feed, "--verbosity", "quiet");

    private void WriteFeed()
    {
        // Files of these names higher up would leak in.
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");

        // What others publish (DiffPlex, Roslyn) was restored for this build, and is taken from there.
        Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="feed" value="feed" />
              </packageSources>
              <fallbackPackageFolders>
                <add key="restored" value="{BuildFacts.PackageFolder}" />
              </fallbackPackageFolders>
              <config>
                <add key="globalPackagesFolder" value="packages" />
              </config>
            </configuration>
            """);
    }

    // As docs/guides/torchsharp.md tells who is on an older Linux.
    private void CopyOlderLinux(string project)
    {
        var target = Directory.CreateDirectory(Path.Combine(_root, project, "OlderLinux")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(BuildFacts.RepositoryRoot, "eng", "OlderLinux")))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
    }

    private void WriteConsumer()
    {
        WriteProject("consumer/Consumer.csproj", $"""
            {Package("Parameterize")}
            {TorchSharp}
            <Compile Remove="Broken.cs" Condition="'$(Broken)' != 'true'" />
            """);
        Write("consumer/Net.cs", Model("Net", "BaseWidth = 8", "Hidden"));
        Write("consumer/Broken.cs", Model("Broken", "BaseWidth = 8", "Output"));
        Write("consumer/Program.cs", """
            using TorchSharp;

            torch.manual_seed(1);
            using var model = new Net(width: 32);
            using var optimizer = model.AdamW(lr: 0.0078125);
            using var x = torch.ones(4, 3);
            var loss = model.call(x).pow(2).mean();
            loss.backward();
            optimizer.step();
            Console.WriteLine(string.Join(" ", optimizer.ParamGroups.Select(group => group.LearningRate)));
            Console.WriteLine(model.Parameterization["_mix.weight"].Multiplier);
            Console.WriteLine(model.call(x).pow(2).mean().ToDouble() < loss.ToDouble());
            """);
    }

    private static string Package(string name) => Package(name, BuildFacts.PackageVersion);

    private static string Package(string name, string version) => $"<PackageReference Include=\"{name}\" Version=\"{version}\" />";

    private void WriteProject(string name, string items, string output = "Exe")
    {
        CopyOlderLinux(Path.GetDirectoryName(name)!);
        Write(name, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>{output}</OutputType>
                <TargetFramework>{BuildFacts.ToolchainFramework}</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <UseAppHost>false</UseAppHost>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NoWarn>$(NoWarn);NU1603</NoWarn> <!-- Feeds carry different versions of what TorchSharp depends on. -->
              </PropertyGroup>
              <ItemGroup>
                {items}
              </ItemGroup>
              <Import Project="OlderLinux/OlderLinux.targets" />
            </Project>
            """);
    }

    private static string Model(string name, string options, string kindOfMix) => $$"""
        using Parameterize;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        [Parameterize({{options}})]
        internal sealed partial class {{name}} : Module<Tensor, Tensor>
        {
            [Input] private readonly Linear _embed;
            [{{kindOfMix}}] private readonly Linear _mix;
            [Output] private readonly Linear _readout;

            public {{name}}([Width] long width) : base(nameof({{name}}))
            {
                _embed = Linear(3, width);
                _mix = Linear(width, width);
                _readout = Linear(width, 2);
                InitializeParameters();
            }

            public override Tensor forward(Tensor x) => Readout(functional.tanh(Mix(functional.tanh(Embed(x)))));
        }
        """;

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_root, name), text);
}
