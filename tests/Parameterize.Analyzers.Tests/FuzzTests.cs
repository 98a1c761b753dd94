using System.Globalization;
using Xunit.Abstractions;

namespace Parameterize.Analyzers.Tests;

/// <summary>
/// Code is broken while it is written, and good code may be odd. Over mutated sources nothing throws, and where a source has no errors of
/// its own, what is generated for it compiles without a warning and brings no error upon it.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int MostFailures = 40;

    /// <summary>Of each series; a long run takes another number from PARAMETERIZE_FUZZ_COUNT.</summary>
    private static int PerSeries => GivenNumber.Of("PARAMETERIZE_FUZZ_COUNT") ?? 40;

    /// <summary>A series goes on until it has a mutant that compiles and one that is refused, but not for ever.</summary>
    private static int LongestSeries => PerSeries + 200;

    /// <summary>Another series than these comes from PARAMETERIZE_SEED.</summary>
    public static TheoryData<int> Series => GivenNumber.Of("PARAMETERIZE_SEED") is { } given ? [given] : [20240419, 719, 2011];

    [Theory]
    [MemberData(nameof(Series))]
    public async Task Odd_and_broken_code_breaks_nothing(int seed)
    {
        output.WriteLine($"seed {seed.ToString(CultureInfo.InvariantCulture)}");
        var empty = Subject.Setup.Compile([""]);
        var outcomes = new List<Outcome>();
        var failures = new List<string>();
        foreach (var mutant in new SourceFuzzer(FuzzSeeds.All).FuzzedSources(seed, LongestSeries)
            .TakeWhile(mutant => mutant.Index < PerSeries || IsVoid(outcomes)))
        {
            try
            {
                outcomes.Add(await FuzzedModel.Check(empty, mutant.Text, analyzeBroken: mutant.Index % 3 == 0));
            }
            catch (Exception exception) when (failures.Count < MostFailures)
            {
                failures.Add($"{mutant}\n\n{mutant.Text}\n\n{exception.Message}");
            }
        }

        output.WriteLine(string.Join(", ", outcomes.CountBy(outcome => outcome)));
        Assert.True(failures.Count == 0, string.Join("\n\n==========\n\n", failures));
        Assert.False(IsVoid(outcomes), "No mutant compiled, or none was refused: the check has become void.");
    }

    private static bool IsVoid(List<Outcome> outcomes) => !outcomes.Contains(Outcome.Compiled) || !outcomes.Contains(Outcome.Refused);
}
