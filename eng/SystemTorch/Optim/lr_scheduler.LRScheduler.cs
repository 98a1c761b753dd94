using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Schedules of learning rates, per group and from each group's initial rate.</summary>
        public static partial class lr_scheduler
        {
            public abstract class LRScheduler
            {
                private readonly Optimizer optimizer = null!;
                private readonly bool verbose;
                private readonly double[] baseRates = [];
                private double[] lastRates = [];
                private protected int lastEpoch;

                protected LRScheduler()
                {
                }

                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    this.optimizer = optimizer;
                    this.verbose = verbose;
                    lastEpoch = last_epoch;
                    baseRates = [.. optimizer.ParamGroups.Select(group => group.InitialLearningRate)];
                    lastRates = [.. optimizer.ParamGroups.Select(group => group.LearningRate)];
                }

                /// <summary>The next epoch.</summary>
                public virtual void step() => step(null);

                public virtual void step(int? epoch)
                {
                    lastEpoch = epoch ?? lastEpoch + 1;
                    Apply(epoch is null ? get_lr() : get_closed_form_lr());
                }

                public virtual void step(double current, int? epoch = null) => step(epoch);

                public IEnumerable<double> get_last_lr() => lastRates;

                protected virtual IEnumerable<double> get_lr() => CurrentRates;

                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                private protected IReadOnlyList<double> BaseRates => baseRates;

                private protected IEnumerable<ILearningRateController> Groups => optimizer.ParamGroups;

                private protected IEnumerable<double> CurrentRates => optimizer.ParamGroups.Select(group => group.LearningRate);

                /// <summary>Epoch zero again, from the rates that the groups have now.</summary>
                internal void Restart()
                {
                    lastEpoch = -1;
                    step();
                }

                private protected void Apply(IEnumerable<double> rates)
                {
                    var groups = optimizer.ParamGroups.ToList();
                    lastRates = [.. rates];
                    for (var i = 0; i < groups.Count; i++)
                    {
                        groups[i].LearningRate = lastRates[i];
                        if (verbose)
                            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Learning rate {i}: {lastRates[i]:g4}"));
                    }
                }
            }
        }
    }
}
