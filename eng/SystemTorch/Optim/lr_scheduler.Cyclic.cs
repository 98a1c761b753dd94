namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Up and down between two rates, again and again; the momentum goes the other way.</summary>
                public class CyclicLR : LRScheduler
                {
                    private readonly double[] low;
                    private readonly double[] high;
                    private readonly double[] lowMomenta;
                    private readonly double[] highMomenta;
                    private readonly double length;
                    private readonly double rising;
                    private readonly Func<double, double> scale;
                    private readonly ScaleMode scaleMode;
                    private readonly bool cyclesMomentum;

                    public CyclicLR(
                        Optimizer optimizer,
                        double base_lr,
                        double max_lr,
                        int step_size_up = 2000,
                        int step_size_down = -1,
                        Mode mode = Mode.Triangular,
                        double gamma = 1,
                        Func<double, double> scale_fn = null!,
                        ScaleMode scale_mode = ScaleMode.Cycle,
                        bool cycle_momentum = true,
                        double base_momentum = 0.8,
                        double max_momentum = 0.9,
                        int last_epoch = -1,
                        bool verbose = false)
                        : this(
                            optimizer, optimizer.ParamGroups.Select(_ => base_lr), optimizer.ParamGroups.Select(_ => max_lr), step_size_up,
                            step_size_down, mode, gamma, scale_fn, scale_mode, cycle_momentum,
                            optimizer.ParamGroups.Select(_ => base_momentum), optimizer.ParamGroups.Select(_ => max_momentum), last_epoch,
                            verbose)
                    {
                    }

                    public CyclicLR(
                        Optimizer optimizer,
                        IEnumerable<double> base_lr,
                        IEnumerable<double> max_lr,
                        int step_size_up = 2000,
                        int step_size_down = -1,
                        Mode mode = Mode.Triangular,
                        double gamma = 1,
                        Func<double, double> scale_fn = null!,
                        ScaleMode scale_mode = ScaleMode.Cycle,
                        bool cycle_momentum = true,
                        IEnumerable<double> base_momentum = null!,
                        IEnumerable<double> max_momentum = null!,
                        int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (cycle_momentum && !Groups.All(group => group is IMomentum))
                            throw new ArgumentException("optimizer must support momentum with `cycle_momentum` option enabled");
                        (low, high) = (OnePerGroup(base_lr, 0), OnePerGroup(max_lr, 0));
                        (lowMomenta, highMomenta) = (OnePerGroup(base_momentum, 0.8), OnePerGroup(max_momentum, 0.9));
                        length = step_size_up + (step_size_down > 0 ? step_size_down : step_size_up);
                        rising = step_size_up / length;
                        cyclesMomentum = cycle_momentum;
                        scaleMode = scale_fn is not null ? scale_mode : mode == Mode.ExpRange ? ScaleMode.Iterations : ScaleMode.Cycle;
                        scale = scale_fn ?? mode switch
                        {
                            Mode.Triangular => _ => 1,
                            Mode.Triangular2 => cycle => Math.Pow(2, 1 - cycle),
                            _ => iteration => Math.Pow(gamma, iteration),
                        };
                        if (last_epoch == -1)
                            foreach (var (group, rate) in Groups.Zip(low))
                                (group.LearningRate, group.InitialLearningRate) = (rate, rate);
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        var cycle = Math.Floor(1 + lastEpoch / length);
                        var place = 1 + lastEpoch / length - cycle;
                        var height = (place <= rising ? place / rising : (place - 1) / (rising - 1))
                            * scale(scaleMode == ScaleMode.Cycle ? cycle : lastEpoch);
                        var groups = Groups.ToList();
                        for (var i = 0; i < groups.Count && cyclesMomentum; i++)
                            Momentum.Set(groups[i], highMomenta[i] - (highMomenta[i] - lowMomenta[i]) * height);
                        return low.Zip(high, (from, to) => from + (to - from) * height);
                    }

                    private double[] OnePerGroup(IEnumerable<double> values, double missing)
                    {
                        double[] list = values is null ? [.. BaseRates.Select(_ => missing)] : [.. values];
                        return list.Length == BaseRates.Count
                            ? list
                            : throw new ArgumentException($"Expected {BaseRates.Count} values, one for each group, but got {list.Length}");
                    }

                    public enum Mode
                    {
                        Triangular = 0, Triangular2 = 1, ExpRange = 2,
                    }

                    public enum ScaleMode
                    {
                        Cycle = 0, Iterations = 1,
                    }
                }
            }
        }
    }
}
