namespace Parameterize.Experiments.Tests;

/// <summary>While no other test draws from the generator that is one for the process.</summary>
[Collection(nameof(CollectionPauseTests))]
public sealed class SpreadTests
{
    private static readonly int[] Items = [.. Enumerable.Range(0, 20)];

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Results_come_in_the_order_of_the_items(int workers) =>
        Assert.Equal(Items.Select(item => item * item), Spread.Over(Items, workers, item => item * item, CancellationToken.None));

    [Fact]
    public void One_worker_is_the_calling_thread_and_goes_from_the_first_to_the_last()
    {
        var (seen, caller) = (new List<int>(), Environment.CurrentManagedThreadId);

        Spread.Over(
            Items,
            workers: 1,
            item =>
            {
                Assert.Equal(caller, Environment.CurrentManagedThreadId);
                seen.Add(item);
                return item;
            },
            CancellationToken.None);

        Assert.Equal(Items, seen);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void What_an_item_throws_is_thrown_as_it_is(int workers) =>
        Assert.Throws<InvalidOperationException>(() => Spread.Over(
            Items, workers, int (item) => item == 7 ? throw new InvalidOperationException("seven") : item, CancellationToken.None));

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Cancelled_it_stops(int workers)
    {
        using var source = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(() => Spread.Over(
            Items,
            workers,
            item =>
            {
                source.Cancel();
                source.Token.ThrowIfCancellationRequested();
                return item;
            },
            source.Token));
    }
}
