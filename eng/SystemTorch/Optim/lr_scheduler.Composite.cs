namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>One schedule after another, each from the initial rates and its own epoch zero.</summary>
                public class SequentialLR : LRScheduler
                {
                    private readonly LRScheduler[] schedulers;
                    private readonly int[] milestones;

                    public SequentialLR(
                        Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1)
                        : base(optimizer, last_epoch)
                    {
                        this.schedulers = [.. schedulers];
                        this.milestones = [.. milestones];
                        if (this.schedulers.Length != this.milestones.Length + 1)
                            throw new ArgumentException("SequentialLR expects one milestone less than schedulers");
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        var index = milestones.Count(milestone => milestone <= lastEpoch);
                        if (lastEpoch == (index == 0 ? 0 : milestones[index - 1]))
                        {
                            Apply(BaseRates);
                            schedulers[index].Restart();
                        }
                        else
                        {
                            schedulers[index].step();
                        }

                        return CurrentRates;
                    }
                }

                /// <summary>Several schedules at once.</summary>
                public class ChainedLR : LRScheduler
                {
                    private readonly LRScheduler[] schedulers;

                    public ChainedLR(IEnumerable<LRScheduler> schedulers) => this.schedulers = [.. schedulers];

                    public override void step()
                    {
                        foreach (var scheduler in schedulers)
                            scheduler.step();
                    }
                }
            }
        }
    }
}
