using Parameterize.Inference.Tests.Drawing;
using Parameterize.Inference.Tests.Oracle;
using Parameterize.TestKit.Setup;
using Xunit.Abstractions;

namespace Parameterize.Inference.Tests;

/// <summary>
/// Constructors that nobody wrote. Their truth is what TorchSharp builds. PARAMETERIZE_SEED draws others, PARAMETERIZE_DRAWS more of them.
/// </summary>
public sealed class DrawnConstructorTests(VerdictTable table, ITestOutputHelper output) : IClassFixture<VerdictTable>
{
    private static readonly int s_seed = GivenNumber.Of("PARAMETERIZE_SEED") ?? 1;
    private static readonly int s_draws = GivenNumber.Of("PARAMETERIZE_DRAWS") ?? 150;

    [Fact]
    public async Task None_is_wrong_and_most_are_followed()
    {
        var verdicts = await Judge.Of([.. Enumerable.Range(0, s_draws).Select(index => DrawnModel.Of(s_seed, index))]);
        foreach (var verdict in verdicts)
            table.Add("drawn", verdict);
        var seed = FormattableString.Invariant($"PARAMETERIZE_SEED={s_seed} PARAMETERIZE_DRAWS={s_draws}");
        output.WriteLine(seed);
        var wrong = verdicts.Where(verdict => verdict.Outcome == Outcome.Wrong).ToArray();
        Assert.True(
            wrong.Length == 0, $"{seed}\n\n{string.Join("\n\n", wrong.Take(5).Select(verdict => $"{verdict}\n{verdict.Model.Text}"))}");
        Assert.InRange(verdicts.Count(verdict => verdict.Outcome == Outcome.Refused), 0, verdicts.Count / 3);
    }
}
