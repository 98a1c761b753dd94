namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                public class ConstantLR : LRScheduler
                {
                    private readonly double factor;
                    private readonly int total_iters;

                    public ConstantLR(
                        Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        this.factor = factor;
                        this.total_iters = total_iters;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() =>
                        CurrentRates.Select(rate => lastEpoch == 0 ? rate * factor : lastEpoch == total_iters ? rate / factor : rate);

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        BaseRates.Select(rate => lastEpoch < total_iters ? rate * factor : rate);
                }

                public class LinearLR : LRScheduler
                {
                    private readonly double start_factor;
                    private readonly double end_factor;
                    private readonly int total_iters;

                    public LinearLR(
                        Optimizer optimizer,
                        double start_factor = 1.0 / 3,
                        double end_factor = 1,
                        int total_iters = 5,
                        int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        this.start_factor = start_factor;
                        this.end_factor = end_factor;
                        this.total_iters = total_iters;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() =>
                        CurrentRates.Select(rate =>
                            lastEpoch == 0 ? rate * start_factor
                            : lastEpoch > total_iters ? rate
                            : rate * Factor(lastEpoch) / Factor(lastEpoch - 1));

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        BaseRates.Select(rate => rate * Factor(Math.Min(lastEpoch, total_iters)));

                    private double Factor(int epoch) => start_factor + (end_factor - start_factor) * epoch / total_iters;
                }
            }
        }
    }
}
