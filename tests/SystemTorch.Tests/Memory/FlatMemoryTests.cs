using System.Globalization;
using static TorchSharp.torch;

namespace SystemTorch.Tests.Memory;

public class FlatMemoryTests
{
    [Fact]
    public void Ten_thousand_training_steps_hold_memory_flat()
    {
        using var model = nn.Sequential(nn.Linear(16, 32), nn.ReLU(), nn.Linear(32, 1));
        using var optimizer = optim.AdamW(model.parameters(), 1e-3);
        using var input = randn(8, 16);
        using var target = randn(8, 1);
        Train(1_000);
        var before = Resident();
        var tensors = Tensor.TotalCount;
        Train(9_000);
        Assert.InRange(Resident() - before, long.MinValue, 20L << 20);
        Assert.InRange(Tensor.TotalCount, 0, tensors);

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
    public void Memory_stays_bounded_when_nobody_disposes()
    {
        Allocate(100);
        var before = Resident();
        Allocate(2_000);
        Assert.InRange(Resident() - before, long.MinValue, 800L << 20);

        // 2,000 times 8 MB would be 16 GB.
        static void Allocate(int count)
        {
            for (var i = 0; i < count; i++)
                _ = empty(1 << 21).fill_(1);
        }
    }

    private static long Resident() =>
        long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize;
}
