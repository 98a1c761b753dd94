namespace Parameterize.Experiments.Tests;

/// <summary>Other tests would allocate meanwhile, or ask for collections.</summary>
[CollectionDefinition(nameof(CollectionPauseTests), DisableParallelization = true)]
[Collection(nameof(CollectionPauseTests))]
public sealed class CollectionPauseTests
{
    private const int Workers = 3;
    private const int Steps = 400;

    [Fact]
    public void Collections_come_between_steps_alone()
    {
        var (before, inside) = (GC.CollectionCount(0), 0);

        Spread.Over([.. Enumerable.Range(0, 2 * Workers)], Workers, Trial, CancellationToken.None);

        Assert.Equal(0, inside);
        Assert.InRange(GC.CollectionCount(0) - before, 50, 1000); // two gigabytes have passed, and every eight megabytes one is due

        int Trial(int seed)
        {
            for (var step = 0; step < Steps; step++)
            {
                CollectionPause.BetweenSteps();
                var start = GC.CollectionCount(0);
                Allocate();
                if (GC.CollectionCount(0) != start) Interlocked.Increment(ref inside);
            }

            return seed;
        }
    }

    [Fact]
    public void A_trial_that_never_pauses_is_not_waited_for_long()
    {
        using var done = new ManualResetEventSlim();

        var results = Spread.Over(
            [true, false],
            workers: 2,
            pauses =>
            {
                if (!pauses) return done.Wait(TimeSpan.FromMinutes(5));

                for (var step = 0; step < 1000; step++)
                {
                    CollectionPause.BetweenSteps();
                    Allocate();
                }

                done.Set();
                return true;
            },
            CancellationToken.None);

        Assert.Equal([true, true], results);
    }

    [Fact]
    public void A_trial_may_spread_work_of_its_own() => Assert.Equal(
        [30, 30],
        Spread.Over(
            [1, 2],
            workers: 2,
            _ => Spread.Over(
                [10, 20],
                workers: 2,
                item =>
                {
                    for (var step = 0; step < 200; step++)
                    {
                        CollectionPause.BetweenSteps();
                        Allocate();
                    }

                    return item;
                },
                CancellationToken.None).Sum(),
            CancellationToken.None));

    [Fact]
    public void Afterwards_the_collector_runs_as_it_did()
    {
        var mode = System.Runtime.GCSettings.LatencyMode;

        Spread.Over([1, 2], workers: 2, item => item, CancellationToken.None);
        Assert.Throws<InvalidOperationException>(() =>
            Spread.Over([1], workers: 1, int (_) => throw new InvalidOperationException(), CancellationToken.None));

        Assert.Equal(mode, System.Runtime.GCSettings.LatencyMode);
    }

    // What a step leaves behind: a megabyte, in arrays that die at once.
    private static void Allocate()
    {
        for (var i = 0; i < 1000; i++) GC.KeepAlive(new byte[1000]);
    }
}
