using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Stochastic gradient descent with a rate that decays, and decay of the parameters. The average of the path from t0 on is left
/// out: TorchSharp keeps it in a state that is not offered here, and no step depends on it.
/// </summary>
public class ASGD : OptimizerHelper
{
    public ASGD(
        IEnumerable<Parameter> parameters,
        double lr = 0.01,
        double lambd = 0.0001,
        double alpha = 0.75,
        double t0 = 1000000,
        double weight_decay = 0,
        bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, lambd, alpha, t0, weight_decay, maximize)
    {
    }

    public ASGD(
        IEnumerable<ParamGroup<Options>> parameters,
        double lr = 0.01,
        double lambd = 0.0001,
        double alpha = 0.75,
        double t0 = 1000000,
        double weight_decay = 0,
        bool maximize = false)
    {
        if (lr < 0 || weight_decay < 0)
            throw new ArgumentException($"Invalid rate {lr} or weight decay {weight_decay}");
        Start(Options.Of(lr, lambd, alpha, t0, weight_decay, maximize), parameters);
    }

    public override Tensor step(Func<Tensor> closure = null!) => Step<Options, State>(closure, Update);

    public override void add_param_group(Modules.ParamGroup param_group) => base.add_param_group(param_group);

    private static void Update(Parameter parameter, Tensor gradient, Options options, State state)
    {
        var (lr, lambd) = (options.LearningRate!.Value, options.lambd!.Value);
        if (options.maximize!.Value)
            gradient = -gradient;
        if (options.weight_decay!.Value != 0)
            gradient = gradient.add(parameter, options.weight_decay.Value);
        parameter.mul_(1 - lambd * state.Rate).add_(gradient, -state.Rate);
        state.Count++;
        state.Rate = lr / Math.Pow(1 + lambd * lr * state.Count, options.alpha!.Value);
    }

    private protected override ParameterState NewState(Parameter parameter, OptimizerOptions options) => new State(options.LearningRate!.Value);

    public class Options : OptimizerOptions
    {
        public double? lambd;
        public double? alpha;
        public double? t0;
        public double? weight_decay;
        public bool? maximize;

        internal static Options Of(double lr, double lambd, double alpha, double t0, double weight_decay, bool? maximize) => new()
        {
            LearningRate = lr,
            lambd = lambd,
            alpha = alpha,
            t0 = t0,
            weight_decay = weight_decay,
            maximize = maximize,
        };
    }

    public class ParamGroup : ParamGroup<Options>
    {
        public ParamGroup()
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
        {
        }

        public ParamGroup(
            IEnumerable<Parameter> parameters,
            double lr = 0.01,
            double lambd = 0.0001,
            double alpha = 0.75,
            double t0 = 1000000,
            double weight_decay = 0)
            : base(parameters, Options.Of(lr, lambd, alpha, t0, weight_decay, maximize: null))
        {
        }
    }

    private sealed class State(double rate) : ParameterState
    {
        /// <summary>The rate of the next step, so that a change of the group's comes one step late, as in TorchSharp.</summary>
        internal double Rate { get; set; } = rate;

        internal long Count { get; set; }
    }
}
