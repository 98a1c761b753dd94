namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                public class PolynomialLR : LRScheduler
                {
                    private readonly int total_iters;
                    private readonly double power;

                    public PolynomialLR(
                        Optimizer optimizer, int total_iters = 5, double power = 1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        this.total_iters = total_iters;
                        this.power = power;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() =>
                        lastEpoch == 0 || lastEpoch > total_iters
                            ? CurrentRates
                            : CurrentRates.Select(rate => rate * Factor(lastEpoch) / Factor(lastEpoch - 1));

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        BaseRates.Select(rate => rate * Factor(Math.Min(lastEpoch, total_iters)));

                    private double Factor(int epoch) => Math.Pow(1 - (double)epoch / total_iters, power);
                }

                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double T_max;
                    private readonly double eta_min;

                    public CosineAnnealingLR(
                        Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        this.T_max = T_max;
                        this.eta_min = eta_min;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() =>
                        lastEpoch == 0
                            ? CurrentRates
                            : CurrentRates.Zip(BaseRates, Next);

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        BaseRates.Select(rate => eta_min + (rate - eta_min) * Height(lastEpoch) / 2);

                    private double Next(double rate, double baseRate) =>
                        (lastEpoch - 1 - T_max) % (2 * T_max) == 0
                            ? rate + (baseRate - eta_min) * (1 - Math.Cos(Math.PI / T_max)) / 2
                            : Height(lastEpoch) / Height(lastEpoch - 1) * (rate - eta_min) + eta_min;

                    private double Height(int epoch) => 1 + Math.Cos(Math.PI * epoch / T_max);
                }
            }
        }
    }
}
