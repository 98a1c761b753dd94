using Parameterize.Experiments.Corpora;
using static TorchSharp.torch;

namespace Parameterize.Samples.RandomFeatures;

/// <summary>
/// A finite population of real data: windows of a text, and whether a vowel follows. Its kernel matrix has the eigenvalues and target
/// coefficients that the theory asks for; what part of the target no mode can express (equal windows, different followers) is noise.
/// </summary>
internal sealed class TextPool : IDisposable
{
    private const int Window = 3;
    private const int NumbersPerCharacter = 8;

    private TextPool(string source, Tensor inputs, Tensor targets, RandomFeatureProblem problem) =>
        (Source, Inputs, Targets, Problem) = (source, inputs, targets, problem);

    /// <summary>Where the text is from, and how long it is.</summary>
    public string Source { get; }

    /// <summary>[N, window * 8], each of norm 1.</summary>
    public Tensor Inputs { get; }

    /// <summary>[N, 1]: 1 where a vowel follows, else -1, minus the mean.</summary>
    public Tensor Targets { get; }

    public RandomFeatureProblem Problem { get; }

    public int Size => (int)Inputs.shape[0];

    public static TextPool Of(CharacterCorpus corpus, int size)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        using var generator = new Generator(0);
        var text = corpus.Encode(95);
        var batch = text.Sampler(Window, size, seed: 0).Batch(0);
        var characters = randn(text.Vocabulary.Count, NumbersPerCharacter, dtype: ScalarType.Float64, generator: generator);
        var inputs = characters[tensor(batch.Inputs)].reshape(size, Window * NumbersPerCharacter);
        inputs /= inputs.square().sum(dim: 1, keepdim: true).sqrt();
        double[] vowels = [.. batch.Next.Select(code => IsVowel(text.Vocabulary, code) ? 1.0 : -1.0)];
        var targets = tensor(vowels).unsqueeze(1);
        targets -= targets.mean();
        var problem = Spectrum(FrozenFeatures.Kernel(inputs), targets);
        var source = FormattableString.Invariant($"{corpus.Source}, {corpus.Text.Length} characters");
        return new TextPool(source, inputs.MoveToOuterDisposeScope(), targets.MoveToOuterDisposeScope(), problem);
    }

    /// <summary>The mean square of the targets: the error of predicting nothing.</summary>
    public double Power => Targets.square().mean().item<double>();

    public void Dispose()
    {
        Inputs.Dispose();
        Targets.Dispose();
    }

    private static bool IsVowel(CharacterVocabulary vocabulary, long code) =>
        code < vocabulary.Unknown && "aeiouAEIOU".Contains(vocabulary.Characters[(int)code], StringComparison.Ordinal);

    private static RandomFeatureProblem Spectrum(Tensor kernel, Tensor targets)
    {
        var size = kernel.shape[0];
        var (values, vectors) = linalg.eigh(kernel);
        var eigenvalues = (values / size).data<double>().ToArray();
        var powers = (vectors.t().mv(targets.squeeze(1)).square() / size).data<double>().ToArray();
        var modes = Enumerable.Range(0, eigenvalues.Length).Where(i => eigenvalues[i] > 1e-10 * eigenvalues[^1]).ToArray();
        var noise = Math.Max(0, powers.Sum() - modes.Sum(i => powers[i]));
        return new RandomFeatureProblem(modes.Select(i => eigenvalues[i]), modes.Select(i => powers[i]), noise);
    }
}
