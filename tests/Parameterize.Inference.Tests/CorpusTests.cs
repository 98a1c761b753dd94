using Parameterize.Inference.Tests.Oracle;

namespace Parameterize.Inference.Tests;

/// <summary>Models written by hand: what ordinary C# does to a dimension, and what it does to it on purpose.</summary>
public sealed class CorpusTests(VerdictTable table) : IClassFixture<VerdictTable>
{
    private static readonly Lazy<Task<IReadOnlyDictionary<string, Verdict>>> s_verdicts = new(JudgeAll);

    public static TheoryData<string> Names => [.. CorpusModel.All.Select(model => model.Model.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_never_wrong(string name)
    {
        var written = CorpusModel.All.Single(model => model.Model.ToString() == name);
        var verdict = (await s_verdicts.Value)[name];
        table.Add("corpus", verdict);
        Assert.True(verdict.Outcome != Outcome.Wrong, verdict.ToString());
        Assert.True(verdict.Outcome == Outcome.Right || written.MayBeRefused, $"{name} must be right:\n{verdict}");
        if (verdict.Outcome == Outcome.Right)
            Assert.Empty(written.Misjudged(verdict.Kinds));
    }

    private static async Task<IReadOnlyDictionary<string, Verdict>> JudgeAll()
    {
        var verdicts = await Judge.Of([.. CorpusModel.All.Select(model => model.Model)]);
        return verdicts.ToDictionary(verdict => verdict.Model.ToString());
    }
}
