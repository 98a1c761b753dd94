using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Parameterize.Experiments.Tests;

/// <summary>Trials that draw from the generator that a process has but once.</summary>
[Collection(nameof(CollectionPauseTests))]
public sealed class DefaultGeneratorTests
{
    private static readonly string[] Ids = [.. Enumerable.Range(0, 12).Select(seed => TrialId.Of("draws", ("seed", seed)))];

    [Fact]
    public void One_at_a_time_a_trial_draws_the_same_whatever_ran_before()
    {
        using var folder = new TemporaryDirectory();
        var whole = Run(folder.File("whole.jsonl"), Ids, workers: 1);
        Assert.Equal(Ids.Length, whole.Select(result => result.Numbers["draw"]).Distinct().Count());
        Run(folder.File("half.jsonl"), [.. Ids.Where((_, index) => index % 3 == 1)], workers: 1);
        rand(1).Dispose();
        Assert.Equal(whole, Run(folder.File("half.jsonl"), Ids, workers: 1));
    }

    [Fact]
    public void Several_at_once_that_draw_are_refused_and_none_of_their_results_is_kept()
    {
        using var folder = new TemporaryDirectory();
        var path = folder.File("trials.jsonl");
        var error = Assert.Throws<InvalidOperationException>(() => Run(path, Ids, workers: 2));
        Assert.Contains("libtorch's default generator", error.Message, StringComparison.Ordinal);
        Assert.Empty(ResultStore.Read(path));
    }

    [Fact]
    public void Several_at_once_may_draw_while_models_are_built_and_from_generators_of_their_own()
    {
        using var folder = new TemporaryDirectory();
        Assert.Equal(Run(folder.File("1.jsonl"), Ids, workers: 1, Built), Run(folder.File("3.jsonl"), Ids, workers: 3, Built));

        static double Built(string id)
        {
            using var model = SeededModels.Build(id[^1], () => nn.Linear(4, 4));
            using var own = new Generator(7);
            using var draw = rand(1, generator: own);
            return model.weight.sum().item<float>() + draw.item<float>();
        }
    }

    [Fact]
    public void A_build_that_comes_between_two_draws_does_not_hide_them()
    {
        using var drawn = new ManualResetEventSlim();
        Assert.Throws<InvalidOperationException>(() => Spread.Over([0, 1], 2, Item, CancellationToken.None));

        int Item(int item)
        {
            if (item == 0)
            {
                rand(1).Dispose();
                drawn.Set();
                return item;
            }

            drawn.Wait();
            SeededModels.Build<Linear>(1, () => nn.Linear(2, 2)).Dispose();
            return item;
        }
    }

    private static IReadOnlyList<TrialResult> Run(string path, string[] ids, int workers, Func<string, double>? draw = null)
    {
        using var store = ResultStore.Open(path);
        return TrialRun.Of(store, ids, id => id, (id, _) => new TrialResult(id).WithNumber("draw", (draw ?? Drawn)(id)), workers);
    }

    private static double Drawn(string id)
    {
        using var draw = rand(1);
        return draw.item<float>();
    }
}
