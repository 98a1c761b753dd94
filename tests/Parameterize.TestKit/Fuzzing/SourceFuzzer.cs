using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Parameterize.TestKit.Fuzzing;

/// <summary>
/// Makes broken sources out of good ones, and good ones in another form, the same ones for the same seed. An editor shows a generator
/// broken code most of the time, and a generator that throws on it goes away with all its members until the next build; code in a form
/// that is seldom written compiles until what is generated for it does not.
/// </summary>
/// <param name="sources">Sources that use what is tested; the mutations find their attributes and names by themselves.</param>
public sealed class SourceFuzzer(params IReadOnlyList<string> sources)
{
    /// <summary>The first <paramref name="count"/> sources of the series. A longer series begins with a shorter one.</summary>
    public IEnumerable<FuzzedSource> FuzzedSources(int seed, int count) => Enumerable.Range(0, count).Select(i => Make(seed, i));

    /// <summary>
    /// Runs the generators over each mutated source and fails at the first exception, with the source. Every second one runs through the
    /// driver of the one before, since a stale cache meets broken code too.
    /// </summary>
    public void AssertNeverThrows(GeneratorUnderTest subject, int seed, int count)
    {
        var compilation = subject.Setup.Compile([""]);
        GeneratorOutcome? last = null;
        foreach (var source in FuzzedSources(seed, count))
        {
            var tree = subject.Setup.Parse(new(source.Text, "Source0.cs"));
            var input = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], tree);
            try
            {
                last = last is not null && source.Index % 2 == 1 ? last.RunAgain(input) : GeneratorHarness.Run(subject, input);
            }
            catch (Exception e)
            {
                throw new FuzzException($"The generator threw on {source}\n\n{source.Text}\n\n{e}", e);
            }
        }
    }

    // A generator of numbers for each source, so that a single one can be made again without those before it.
    private FuzzedSource Make(int seed, int index)
    {
#pragma warning disable CA5394 // Repeatable, not secret.
        var random = new Random(Mix(seed, index));
        var origin = random.Next(sources.Count);
        var (text, names) = (sources[origin], new List<string>());
        var keepsWhole = random.Next(2) == 0;
        for (var rounds = random.Next(1, 4); rounds > 0; rounds--)
        {
            if (keepsWhole)
            {
                var form = Form.All[random.Next(Form.All.Length)];
                text = form.Apply(text, SyntaxFactory.ParseCompilationUnit(text), random);
                names.Add(form.Name);
                continue;
            }

            var tokens = SyntaxFactory.ParseTokens(text).Where(t => !t.IsKind(SyntaxKind.EndOfFileToken)).ToArray();
            var mutation = Mutation.All[random.Next(Mutation.All.Length)];
            if (tokens.Length == 0)
                break;
            text = mutation.Apply(text, tokens, random);
            names.Add(mutation.Name);
        }
#pragma warning restore CA5394

        return new(seed, index, FormattableString.Invariant($"source {origin}, {string.Join(", ", names)}"), text);
    }

    // Random makes alike first numbers of neighbouring seeds, which would leave whole mutations out.
    private static int Mix(int seed, int index)
    {
        unchecked
        {
            var x = ((uint)seed * 0x9E3779B9) + ((uint)index * 0x85EBCA6B);
            x = (x ^ (x >> 16)) * 0x7FEB352D;
            x = (x ^ (x >> 15)) * 0x846CA68B;
            return (int)(x ^ (x >> 16));
        }
    }
}
