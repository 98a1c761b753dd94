using Parameterize.Experiments;
using static TorchSharp.torch;

namespace Parameterize.Benchmarks.Slopes;

/// <summary>What the models of the table are trained on: one batch each, drawn from its seed.</summary>
internal static class Tasks
{
    public const long Inputs = 32;
    public const long Outputs = 10;
    public const long Vocabulary = 32;
    public const long LargeVocabulary = 5000;
    public const long Time = 16;
    private const long Batch = 64;
    private const long Sequences = 8;

    /// <summary>What a token must not see.</summary>
    public static Tensor Future { get; } = ones(Time, Time).triu(1).to(ScalarType.Bool).DetachFromDisposeScope();

    /// <summary>Gaussian inputs in classes that a linear teacher draws.</summary>
    public static TrainingTask Classes { get; } = Of(seed =>
    {
        using var generator = new Generator(seed);
        var inputs = randn([Batch, Inputs], generator: generator);
        return (inputs, inputs.matmul(randn([Inputs, Outputs], generator: generator)).argmax(1));
    });

    /// <summary>The same of images.</summary>
    public static TrainingTask Images { get; } = Of(seed =>
    {
        using var generator = new Generator(seed);
        var inputs = randn([Batch, 1, 8, 8], generator: generator);
        return (inputs, inputs.flatten(1).matmul(randn([64, Outputs], generator: generator)).argmax(1));
    });

    /// <summary>Pairs of Gaussian halves, each to be found among all.</summary>
    public static TrainingTask Pairs { get; } = Of(seed =>
    {
        using var generator = new Generator(seed);
        return (randn([Batch, 2 * Inputs], generator: generator), arange(Batch, ScalarType.Int64));
    });

    /// <summary>Sequences in which each next token follows from the last two.</summary>
    public static TrainingTask Tokens(long vocabulary) => Of(seed =>
    {
        using var generator = new Generator(seed);
        var inputs = randint(0, vocabulary, [Sequences, Time], generator: generator);
        return (inputs, ((inputs * 5 + inputs.roll(1, 1)) % vocabulary).flatten());
    });

    private static TrainingTask Of(Func<ulong, (Tensor, Tensor)> batch) =>
        new((seed, _) => batch((ulong)(1000 + seed)), (output, target) => nn.functional.cross_entropy(output, target));
}
