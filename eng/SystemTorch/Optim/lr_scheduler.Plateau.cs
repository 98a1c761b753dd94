namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Lowers the rates when a measure has not improved for a while; each step is told the measure.</summary>
                public class ReduceLROnPlateau : LRScheduler
                {
                    private readonly bool lowerIsBetter;
                    private readonly bool isRelative;
                    private readonly double factor;
                    private readonly double threshold;
                    private readonly double eps;
                    private readonly int patience;
                    private readonly int cooldown;
                    private readonly double[] minima;
                    private double best;
                    private int badEpochs;
                    private int restingEpochs;

                    public ReduceLROnPlateau(
                        Optimizer optimizer,
                        string mode = "min",
                        double factor = 0.1,
                        int patience = 10,
                        double threshold = 0.0001,
                        string threshold_mode = "rel",
                        int cooldown = 0,
                        IList<double> min_lr = null!,
                        double eps = 1e-08,
                        bool verbose = false)
                        : base(optimizer, -1, verbose)
                    {
                        if (factor >= 1)
                            throw new ArgumentException("Factor should be < 1.0");
                        if (mode is not ("min" or "max"))
                            throw new ArgumentException($"Invalid mode: {mode}");
                        if (threshold_mode is not ("rel" or "abs"))
                            throw new ArgumentException($"Invalid threshold mode: {threshold_mode}");
                        (lowerIsBetter, isRelative) = (mode == "min", threshold_mode == "rel");
                        (this.factor, this.patience, this.threshold) = (factor, patience, threshold);
                        (this.cooldown, this.eps) = (cooldown, eps);
                        minima = min_lr is null ? new double[BaseRates.Count] : [.. min_lr];
                        if (minima.Length != BaseRates.Count)
                            throw new ArgumentException($"Expected {BaseRates.Count} lowest rates, one for each group, but got {minima.Length}");
                        best = lowerIsBetter ? double.PositiveInfinity : double.NegativeInfinity;
                    }

                    public override void step(double current, int? epoch = null)
                    {
                        lastEpoch = epoch ?? lastEpoch + 1;
                        var improves = Improves(current);
                        best = improves ? current : best;
                        badEpochs = improves || restingEpochs > 0 ? 0 : badEpochs + 1;
                        restingEpochs = Math.Max(0, restingEpochs - 1);
                        if (badEpochs <= patience)
                            return;
                        Apply(CurrentRates.Select((rate, i) => Lower(rate, minima[i])).ToList());
                        (restingEpochs, badEpochs) = (cooldown, 0);
                    }

                    public override void step() => step(null);

                    public override void step(int? epoch) =>
                        throw new InvalidOperationException("step() should not be used with ReduceLROnPlateau; use step(double, int?) instead.");

                    private double Lower(double rate, double minimum)
                    {
                        var lower = Math.Max(rate * factor, minimum);
                        return rate - lower > eps ? lower : rate;
                    }

                    private bool Improves(double current)
                    {
                        var margin = (isRelative ? Math.Abs(best) : 1) * threshold;
                        // Before the first measure the best one is infinite, and so would be a relative margin.
                        if (double.IsInfinity(best))
                            return lowerIsBetter ? current < best : current > best;
                        return lowerIsBetter ? current < best - margin : current > best + margin;
                    }
                }
            }
        }
    }
}
