using static TorchSharp.torch;

namespace SystemTorch.Tests.Memory;

public class FlatMemoryTests
{
    // The first steps are the compiler's, which compiles hot methods anew. 2 MiB over the rest are 210 bytes a step: the smallest tensor, a
    // scalar with its storage, takes more (What_is_not_freed_is_seen).
    private const int WarmUp = 4_000, Steps = 10_000;
    private const long Slack = 2L << 20;

    [Fact]
    public void Ten_thousand_training_steps_hold_memory_flat()
    {
        using var model = nn.Sequential(nn.Linear(16, 32), nn.ReLU(), nn.Linear(32, 1));
        using var optimizer = optim.AdamW(model.parameters(), 1e-3);
        using var input = randn(8, 16);
        using var target = randn(8, 1);
        Train(WarmUp);
        var (tensors, managed, native) = (Tensor.TotalCount, MemoryInUse.Managed, MemoryInUse.Native);
        Train(Steps);
        Assert.InRange(Tensor.TotalCount, 0, tensors);
        Assert.InRange(MemoryInUse.Managed - managed, long.MinValue, Slack);
        Assert.InRange(MemoryInUse.Native - native, long.MinValue, Slack);

        void Train(int steps)
        {
            for (var i = 0; i < steps; i++)
            {
                using var scope = NewDisposeScope();
                optimizer.zero_grad();
                nn.functional.mse_loss(model.call(input), target).backward();
                optimizer.step();
            }
        }
    }

    [Fact]
    public void What_is_not_freed_is_seen()
    {
        var native = MemoryInUse.Native;
        var kept = Enumerable.Range(0, Steps).Select(_ => ones(1)).ToList();
        Assert.InRange(MemoryInUse.Native - native, Slack, long.MaxValue);
        kept.ForEach(tensor => tensor.Dispose());
        Assert.InRange(MemoryInUse.Native - native, long.MinValue, Slack);
    }

    [Fact]
    public void Memory_stays_bounded_when_nobody_disposes()
    {
        Allocate(100);
        var before = MemoryInUse.Resident;
        Allocate(2_000);
        Assert.InRange(MemoryInUse.Resident - before, long.MinValue, 800L << 20);

        // 2,000 times 8 MB would be 16 GB.
        static void Allocate(int count)
        {
            for (var i = 0; i < count; i++)
                _ = empty(1 << 21).fill_(1);
        }
    }
}
