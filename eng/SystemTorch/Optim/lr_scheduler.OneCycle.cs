namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Up to the highest rates and down to nearly nothing, each group by its own; the momentum goes the other way.</summary>
                public class OneCycleLR : LRScheduler
                {
                    private readonly Phase[] phases;
                    private readonly double[] highest;
                    private readonly double[] lowMomenta;
                    private readonly double[] highMomenta;
                    private readonly (double Initial, double Final) divisors;
                    private readonly bool isLinear;
                    private readonly bool cyclesMomentum;

                    public OneCycleLR(
                        Optimizer optimizer,
                        double max_lr,
                        int total_steps = -1,
                        int epochs = -1,
                        int steps_per_epoch = -1,
                        double pct_start = 0.3,
                        AnnealStrategy anneal_strategy = AnnealStrategy.Cos,
                        bool cycle_momentum = true,
                        double base_momentum = 0.85,
                        double max_momentum = 0.95,
                        double div_factor = 25,
                        double final_div_factor = 10000,
                        bool three_phase = false,
                        int last_epoch = -1,
                        bool verbose = false)
                        : this(
                            optimizer, optimizer.ParamGroups.Select(_ => max_lr), total_steps, epochs, steps_per_epoch, pct_start,
                            anneal_strategy, cycle_momentum, optimizer.ParamGroups.Select(_ => base_momentum),
                            optimizer.ParamGroups.Select(_ => max_momentum), div_factor, final_div_factor, three_phase, last_epoch, verbose)
                    {
                    }

                    public OneCycleLR(
                        Optimizer optimizer,
                        IEnumerable<double> max_lr,
                        int total_steps = -1,
                        int epochs = -1,
                        int steps_per_epoch = -1,
                        double pct_start = 0.3,
                        AnnealStrategy anneal_strategy = AnnealStrategy.Cos,
                        bool cycle_momentum = true,
                        IEnumerable<double> base_momentum = null!,
                        IEnumerable<double> max_momentum = null!,
                        double div_factor = 25,
                        double final_div_factor = 10000,
                        bool three_phase = false,
                        int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        var total = total_steps > 0 ? total_steps : epochs * steps_per_epoch;
                        if (total_steps <= 0 && (epochs <= 0 || steps_per_epoch <= 0))
                            throw new ArgumentException("You must define either total_steps OR (epochs AND steps_per_epoch)");
                        if (pct_start is < 0 or > 1)
                            throw new ArgumentException($"Expected a float between 0 and 1 for pct_start, but got {pct_start}");
                        if (cycle_momentum && !Groups.All(Momentum.Exists))
                            throw new ArgumentException("optimizer must support momentum with `cycle_momentum` option enabled");
                        phases = three_phase ? Phase.Three(total, pct_start) : Phase.Two(total, pct_start);
                        highest = OnePerGroup(max_lr, 0);
                        lowMomenta = OnePerGroup(base_momentum, 0.85);
                        highMomenta = OnePerGroup(max_momentum, 0.95);
                        divisors = (div_factor, final_div_factor);
                        (isLinear, cyclesMomentum) = (anneal_strategy == AnnealStrategy.Linear, cycle_momentum);
                        if (last_epoch == -1)
                            foreach (var (group, rate) in Groups.Zip(highest))
                                group.InitialLearningRate = rate / div_factor;
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (lastEpoch > phases[^1].End)
                            throw new InvalidOperationException($"Tried to step {lastEpoch} times. The total number of steps is {phases[^1].End + 1}");
                        var index = Array.FindIndex(phases, phase => lastEpoch <= phase.End);
                        var start = index == 0 ? 0 : phases[index - 1].End;
                        var done = (lastEpoch - start) / (phases[index].End - start);
                        var groups = Groups.ToList();
                        for (var i = 0; i < groups.Count && cyclesMomentum; i++)
                            Momentum.Set(groups[i], Between(Of(phases[index].MomentumFrom, i), Of(phases[index].MomentumTo, i), done));
                        return highest.Select(rate => Between(At(phases[index].From, rate), At(phases[index].To, rate), done));
                    }

                    private double[] OnePerGroup(IEnumerable<double> values, double missing)
                    {
                        double[] list = values is null ? [.. BaseRates.Select(_ => missing)] : [.. values];
                        return list.Length == BaseRates.Count
                            ? list
                            : throw new ArgumentException($"Expected {BaseRates.Count} values, one for each group, but got {list.Length}");
                    }

                    private double At(Level level, double highestRate) => level switch
                    {
                        Level.High => highestRate,
                        Level.Initial => highestRate / divisors.Initial,
                        _ => highestRate / divisors.Initial / divisors.Final,
                    };

                    private double Of(Level level, int group) => level == Level.High ? highMomenta[group] : lowMomenta[group];

                    private double Between(double from, double to, double done) =>
                        isLinear ? from + (to - from) * done : to + (from - to) / 2 * (1 + Math.Cos(Math.PI * done));

                    public enum AnnealStrategy
                    {
                        Cos = 0, Linear = 1,
                    }

                    private enum Level
                    {
                        Initial, High, Final,
                    }

                    /// <summary>Until which step, and between which levels of the rate and of the momentum.</summary>
                    private sealed record Phase(double End, Level From, Level To, Level MomentumFrom, Level MomentumTo)
                    {
                        internal static Phase[] Two(int total, double rising) =>
                        [
                            new(rising * total - 1, Level.Initial, Level.High, Level.High, Level.Initial),
                            new(total - 1, Level.High, Level.Final, Level.Initial, Level.High),
                        ];

                        internal static Phase[] Three(int total, double rising) =>
                        [
                            new(rising * total - 1, Level.Initial, Level.High, Level.High, Level.Initial),
                            new(2 * rising * total - 2, Level.High, Level.Initial, Level.Initial, Level.High),
                            new(total - 1, Level.Initial, Level.Final, Level.High, Level.High),
                        ];
                    }
                }
            }
        }
    }
}
