namespace Parameterize.Packages.Tests;

/// <content>Who trains the consumer's model at several widths: an experiment in a project of its own, with the packages alone.</content>
public sealed partial class PackedFixture
{
    private const string Tool = "Parameterize.Tool";

    /// <summary>Installs the command line from the feed, and returns what <c>dotnet</c> is to be given to run it.</summary>
    public string InstallTool()
    {
        var folder = Path.Combine(_root, "tools");
        Dotnet.Succeed(_root, "tool", "install", Tool, "--tool-path", folder, "--version", BuildFacts.PackageVersion);
        return Directory.GetFiles(folder, $"{Tool}.dll", SearchOption.AllDirectories).Single();
    }

    private void WriteResearcher()
    {
        WriteProject("researcher/Researcher.csproj", $"""
            {Package("Parameterize")}
            {Package("Parameterize.Experiments")}
            {TorchSharp}
            <Compile Include="../consumer/Net.cs" />
            """);
        Write("researcher/RateSweep.cs", """
            using Parameterize.Experiments;
            using static TorchSharp.torch;

            public sealed class RateSweep : TransferExperiment
            {
                public override string Description => "The best Adam rate over width.";

                public override IReadOnlyList<TransferVariant> Parametrizations =>
                    [TransferVariant.Of("muP", width => new Net(width), (model, rate) => model.Adam(rate))];

                public override TrainingTask Task { get; } = new(Batch, static (output, target) => nn.functional.mse_loss(output, target));

                public override IReadOnlyList<long> Widths => [8, 128];

                public override IReadOnlyList<double> Rates => [0.01];

                public override int Seeds => 1;

                public override int Steps => 4;

                private static (Tensor Inputs, Tensor Targets) Batch(int seed, long step)
                {
                    using var generator = new Generator((ulong)(1 + seed));
                    var inputs = randn(32, 3, generator: generator);
                    return (inputs, inputs.sum(1, keepdim: true).expand(32, 2).sin());
                }
            }
            """);
        Write("researcher/Program.cs", """
            using Parameterize.Experiments;

            var result = CoordinateCheck.Of(width => new Net(width))
                .Widths(8, 128).Seeds(2).Steps(3)
                .Optimizer(model => model.Adam(0.01))
                .Task(new RateSweep().Task)
                .Run();
            Console.WriteLine($"{result.Model}: {string.Join(" ", result.Slopes.Select(slope => slope.Layer).Distinct())}");
            """);
    }
}
