using static TorchSharp.torch;

namespace Parameterize.Samples.WordEmbeddings;

/// <summary>The best W of a rank, <c>V_k Lambda_k^(1/2)</c>, and the analogies that it answers.</summary>
/// <param name="Rank">k, how many modes.</param>
/// <param name="Answers">By category.</param>
internal sealed record ClosedForm(int Rank, IReadOnlyList<AnalogyScore> Answers)
{
    /// <summary>At powers of two and at all positive modes. Empty if there is nothing to ask.</summary>
    public static IReadOnlyList<ClosedForm> ByRank(EmbeddingTask task, AnalogyQuiz quiz)
    {
        if (quiz.Questions == 0)
        {
            return [];
        }

        using var scope = NewDisposeScope();
        var positive = task.Eigenvalues.TakeWhile(value => value > 0).Count();
        var ranks = Enumerable.Range(0, 31).Select(power => 1 << power).TakeWhile(rank => rank < positive).Append(positive);
        var vectors = task.Eigenvectors.narrow(1, 0, positive) * tensor([.. task.Eigenvalues.Take(positive).Select(Math.Sqrt)]);
        return [.. ranks.Select(rank => new ClosedForm(rank, quiz.Score(vectors.narrow(1, 0, rank))))];
    }
}
