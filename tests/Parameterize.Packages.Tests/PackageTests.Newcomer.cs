using System.Text.RegularExpressions;

namespace Parameterize.Packages.Tests;

/// <content>The path of somebody new: empty folders, packages from a feed, and what README and guides show, as it stands there.</content>
public partial class PackageTests
{
    private const string Readme = "README.md";

    /// <summary>What the guide's experiment needs besides the README's class.</summary>
    private const string Plain = """

        [Parameterize(Baseline = true)]
        public sealed partial class PlainMlp : Module<Tensor, Tensor>
        {
            private readonly Linear _embed;
            private readonly Linear _readout;

            public PlainMlp([Width] long width) : base(nameof(PlainMlp))
            {
                _embed = Linear(32, width);
                _readout = Linear(width, 10);
                InitializeParameters();
            }

            public override Tensor forward(Tensor x) => Readout(functional.gelu(Embed(x)));
        }
        """;

    [Fact]
    public void The_readme_s_first_block_runs_as_pasted_and_its_class_is_checked_and_swept()
    {
        var folder = packed.NewProject("newcomer");
        Write(folder, "Program.cs", FencedBlock.Of(Readme).First(block => block.IsCode).Text);
        var table = Dotnet.Succeed(folder, "run");
        Assert.Contains("Mlp: width 16 x base, r = 0.5, gauge NeuralTangent\n", table.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Matches("_mix.weight +Hidden +16 +16 +0.25 ", table);

        const string Usings = "using Parameterize;\nusing Parameterize.Experiments;\nusing TorchSharp.Modules;\n"
            + "using static TorchSharp.torch;\nusing static TorchSharp.torch.nn;\n\n";
        var experiment = PackedFixture.Shown("docs/guides/command-line.md", "class RateSweep");
        Write(folder, "RateSweep.cs", Usings + experiment.Text + Plain);
        var tool = packed.InstallTool();
        var check = Dotnet.Succeed(folder, tool, "check", ".", "--experiment", "RateSweep", "--widths", "64,1024", "--seeds", "6");
        Assert.Contains("muP: Mlp at r = 1/2, widths 64 to 1024, 6 seeds, 10 steps, rate 0.004", check, StringComparison.Ordinal);
        Assert.Contains("All 6 slopes are as predicted.", check, StringComparison.Ordinal);

        var assembly = Path.Combine("bin", "Release", BuildFacts.ToolchainFramework, "newcomer.dll");
        var (exitCode, unresolved) = Dotnet.Run(
            folder, tool, "check", assembly, "--experiment", "RateSweep", "--widths", "8,16", "--seeds", "1");
        Assert.Equal(1, exitCode);
        Assert.Contains("Slopes over width: 0 of 6 as predicted, 6 unresolved.", unresolved, StringComparison.Ordinal);

        var plan = Dotnet.Succeed(folder, tool, "sweep", assembly, "--experiment", "RateSweep", "--plan");
        Assert.Equal(2 * 3 * 4 * 2, plan.TrimEnd().Split('\n').Length);
        Dotnet.Succeed(folder, tool, "sweep", assembly, "--experiment", "RateSweep", "--shard", "1/24", "--output", "rates.jsonl");
        Assert.Equal(2, File.ReadLines(Path.Combine(folder, "rates.jsonl")).Count());
        Dotnet.Succeed(folder, tool, "plot", "rates.jsonl", "--output", "report.html");
        Assert.Contains("<svg", File.ReadAllText(Path.Combine(folder, "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_minutes_go_as_the_readme_says()
    {
        var folder = packed.NewProject("ten/Models");
        var plain = PackedFixture.Shown(Readme, "public class Mlp").Text;
        Write(folder, "Mlp.cs", plain);
        Write(folder, "Program.cs", """
            using static TorchSharp.torch;

            using var model = new Mlp(32, 64, 10);
            using var optimizer = optim.AdamW(model.parameters(), 1e-3);
            optimizer.step();

            """);

        var tool = packed.InstallTool();
        var session = PackedFixture.Shown(Readme, "$ parameterize annotate").Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] annotate = [tool, .. session[0].Split(' ')[2..]];
        AssertShown(session[1..], Dotnet.Succeed(folder, annotate));
        Assert.Equal(plain, File.ReadAllText(Path.Combine(folder, "Mlp.cs")));
        Dotnet.Succeed(folder, [.. annotate.Where(argument => argument != "--dry-run")]);
        Assert.Contains("[Parameterize(BaseWidth = 64)]", File.ReadAllText(Path.Combine(folder, "Mlp.cs")), StringComparison.Ordinal);
        Assert.Contains(
            "Mlp: r = 1/2, gauge NeuralTangent, n = hidden / 64\n", Dotnet.Succeed(folder, tool, "inspect", ".").ReplaceLineEndings("\n"),
            StringComparison.Ordinal);

        Write(folder, "Program.cs", PackedFixture.Shown(Readme, "CoordinateCheck.Of").Text);
        Assert.EndsWith(
            "Every layer changes as predicted.\n", Dotnet.Succeed(folder, "run", "--configuration", "Release").ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
        Assert.Contains("6 of 6 as predicted", File.ReadAllText(Path.Combine(folder, "check.html")), StringComparison.Ordinal);
        Dotnet.Succeed(folder, tool, "lock", ".");
        Dotnet.Succeed(folder, tool, "lock", ".", "--check");
        IsSnapshotTested(packed.NewTests("ten/Tests"));
    }

    // Tests stand beside Models, where the guide has them.
    private static void IsSnapshotTested(string tests)
    {
        Write(tests, "ModelTests.cs", PackedFixture.Shown("docs/guides/testing.md", "class ModelTests").Text);

        // The package for tests has the theory's types too, and only one of each may be seen.
        Write(tests, "Seen.cs", "internal static class Seen { public const Parameterize.Gauge Gauge = default; }\n");
        var (exitCode, output) = Dotnet.Run(tests, "test");
        Assert.Equal(1, exitCode);
        Assert.Contains("If this is as intended: PARAMETERIZE_ACCEPT_SNAPSHOTS=1 dotnet test", output, StringComparison.Ordinal);
        const string Snapshot = "ModelTests.Mlp_is_as_reviewed#Mlp.g";
        var received = File.ReadAllText(Path.Combine(tests, "Snapshots", $"{Snapshot}.received.cs"));
        Assert.Contains($"\n// <auto-generated/> Parameterize {BuildFacts.PackageVersion}\n", received, StringComparison.Ordinal);

        var (accepted, _) = Dotnet.Run(tests, ["test", "--no-build"], ("PARAMETERIZE_ACCEPT_SNAPSHOTS", "1"), ("CI", null));
        Assert.Equal(0, accepted);
        Assert.Equal(received, File.ReadAllText(Path.Combine(tests, "Snapshots", $"{Snapshot}.verified.cs")));
        Dotnet.Succeed(tests, "test", "--no-build");
    }

    /// <summary>The lines of a session come in this order, others between them.</summary>
    private static void AssertShown(IEnumerable<string> lines, string output)
    {
        var printed = output.ReplaceLineEndings("\n").Split('\n').Select(Squeezed).ToArray();
        var at = 0;
        foreach (var line in lines.Where(line => line != "..."))
        {
            var found = Array.IndexOf(printed, Squeezed(line), at);
            Assert.True(found >= 0, $"'{line}' is not printed where the page shows it:\n{output}");
            at = found + 1;
        }
    }

    private static void Write(string folder, string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    private static string Squeezed(string line) => Spaces().Replace(line, " ").TrimEnd();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
