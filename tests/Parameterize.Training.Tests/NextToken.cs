using Parameterize.Experiments;
using static TorchSharp.torch;

namespace Parameterize.Training.Tests;

/// <summary>
/// Random sequences in which each next token follows from the last two by a rule: attention and embedding both have work.
/// </summary>
internal static class NextToken
{
    public const long Vocabulary = 32;
    private const long Sequences = 8;
    private const long Time = 16;

    public static TrainingTask Task { get; } = new(
        (seed, _) =>
        {
            using var generator = new Generator((ulong)(2000 + seed));
            var inputs = randint(0, Vocabulary, [Sequences, Time], generator: generator);
            return (inputs, (((inputs * 5) + inputs.roll(1, 1)) % Vocabulary).flatten());
        },
        (output, target) => nn.functional.cross_entropy(output, target));
}
