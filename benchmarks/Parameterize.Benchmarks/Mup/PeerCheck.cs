using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parameterize.Benchmarks.Mup;

/// <summary>What both sides check: one file of JSON, which each side's process reads.</summary>
/// <param name="Widths">The widths, each twice the one before.</param>
/// <param name="BaseWidth">The width at which nothing is scaled.</param>
/// <param name="Seeds">Models of each width.</param>
/// <param name="Steps">Steps of training.</param>
/// <param name="Optimizer"><c>sgd</c> or <c>adam</c>.</param>
/// <param name="Rate">The learning rate at base width.</param>
/// <param name="Inputs">[batch, inputs], the same in every step.</param>
/// <param name="Targets">[batch], the classes.</param>
/// <param name="Classes">How many classes there are.</param>
/// <param name="Threads">Threads of each operator.</param>
/// <param name="Workers">Models that are trained at once; mup trains one at a time.</param>
internal sealed record PeerCheck(
    IReadOnlyList<long> Widths,
    long BaseWidth,
    int Seeds,
    int Steps,
    string Optimizer,
    double Rate,
    IReadOnlyList<float[]> Inputs,
    IReadOnlyList<long> Targets,
    int Classes,
    int Threads,
    int Workers)
{
    private const int BatchSize = 64;

    /// <summary>mup's default rates; inputs of variance 1 and classes drawn from one seed.</summary>
    public static PeerCheck Of(string optimizer, int threads)
    {
#pragma warning disable CA5394 // Repeatable draws are wanted, not secret ones.
        var random = new Random(1);
        return new(
            [64, 128, 256, 512, 1024, 2048],
            PeerMlp.BaseWidth,
            Seeds: 3,
            Steps: 10,
            optimizer,
            Rate: optimizer == "sgd" ? 0.1 : 1e-3,
            [.. Enumerable.Range(0, BatchSize).Select(_ => Enumerable.Range(0, PeerMlp.Inputs).Select(_ => Uniform(random)).ToArray())],
            [.. Enumerable.Range(0, BatchSize).Select(_ => (long)random.Next(PeerMlp.Classes))],
            PeerMlp.Classes,
            threads,
            Workers: 1);
#pragma warning restore CA5394
    }

    /// <summary>One model of each of two widths: shows what is missing, and brings the files of both sides into memory.</summary>
    public PeerCheck Least() => this with { Widths = [.. Widths.Take(2)], Seeds = 1 };

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"MLP {PeerMlp.Inputs}-w-w-w-{Classes} with GELU and biases, base width {BaseWidth}, w = {Widths[0]} to {Widths[^1]}, {Seeds} " +
        $"seeds, {Steps} steps of {Optimizer} at {Rate}, one batch of {Inputs.Count}");

    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, PeerJson.Default.PeerCheck));

    public static PeerCheck Read(string path) => JsonSerializer.Deserialize(File.ReadAllText(path), PeerJson.Default.PeerCheck)!;

    // Variance 1.
    private static float Uniform(Random random) => (float)(Math.Sqrt(3) * (2 * random.NextDouble() - 1));
}

/// <summary>What a side's process prints.</summary>
/// <param name="Torch">Torch's name and version, or TorchSharp's.</param>
/// <param name="Threads">Threads of each operator, as its torch says.</param>
/// <param name="Seconds">The check itself: torch is loaded before and results are written after.</param>
/// <param name="Libraries">The files of libtorch and of its BLAS.</param>
/// <param name="Sizes">Mean absolute value of a layer's output by layer, width and step; mean over seeds.</param>
internal sealed record PeerOutcome(
    string Torch, int Threads, double Seconds, IReadOnlyList<string> Libraries, IReadOnlyDictionary<string, double> Sizes)
{
    public static PeerOutcome Parse(string json) => JsonSerializer.Deserialize(json, PeerJson.Default.PeerOutcome)!;

    public string ToJson() => JsonSerializer.Serialize(this, PeerJson.Default.PeerOutcome);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = false)]
[JsonSerializable(typeof(PeerCheck))]
[JsonSerializable(typeof(PeerOutcome))]
internal sealed partial class PeerJson : JsonSerializerContext;
