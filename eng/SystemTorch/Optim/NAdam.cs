using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adam with Nesterov's momentum, which grows over the first steps.</summary>
public class NAdam : OptimizerHelper, optim.IBetas
{
    public NAdam(
        IEnumerable<Parameter> parameters,
        double lr,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double eps = 1e-08,
        double weight_decay = 0,
        double momentum_decay = 0.004)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, momentum_decay)
    {
    }

    public NAdam(
        IEnumerable<ParamGroup> parameters,
        double lr = 0.002,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double eps = 1e-08,
        double weight_decay = 0,
        double momentum_decay = 0.004)
    {
        if (lr < 0 || beta1 is < 0 or >= 1 || beta2 is < 0 or >= 1 || eps < 0 || weight_decay < 0 || momentum_decay < 0)
            throw new ArgumentException($"Invalid rate {lr}, betas {beta1}, {beta2}, epsilon {eps} or weight decay {weight_decay}, or momentum decay {momentum_decay}");
        Start(Options.Of(lr, beta1, beta2, eps, weight_decay, momentum_decay), parameters);
    }

    public (double, double) Betas
    {
        get => (((Options)_defaults).beta1!.Value, ((Options)_defaults).beta2!.Value);
        set => groups.ForEach(group => (((Options)group.Options).beta1, ((Options)group.Options).beta2) = value);
    }

    public override Tensor step(Func<Tensor> closure = null!) => Step<Options, State>(closure, Update);

    public override void add_param_group(Modules.ParamGroup param_group) => base.add_param_group(param_group);

    private static void Update(Parameter parameter, Tensor gradient, Options options, State state)
    {
        if (options.weight_decay!.Value != 0)
            gradient = gradient.add(parameter, options.weight_decay.Value);
        var (lr, beta1, beta2) = (options.LearningRate!.Value, options.beta1!.Value, options.beta2!.Value);
        state.Observe(gradient, beta1, beta2);
        var (momentum, next) = (Momentum(state.Count), Momentum(state.Count + 1));
        state.Momenta *= momentum;
        var denominator = state.Second.div(1 - Math.Pow(beta2, state.Count)).sqrt_().add_(options.eps!.Value);
        parameter.addcdiv_(gradient, denominator, -lr * (1 - momentum) / (1 - state.Momenta));
        parameter.addcdiv_(state.First, denominator, -lr * next / (1 - state.Momenta * next));

        double Momentum(long step) => beta1 * (1 - 0.5 * Math.Pow(0.96, step * options.momentum_decay!.Value));
    }

    private protected override ParameterState NewState(Parameter parameter, OptimizerOptions options) => new State(parameter);

    public class Options : OptimizerOptions
    {
        public double? beta1;
        public double? beta2;
        public double? eps;
        public double? weight_decay;
        public double? momentum_decay;

        internal static Options Of(double lr, double beta1, double beta2, double eps, double weight_decay, double momentum_decay) => new()
        {
            LearningRate = lr,
            beta1 = beta1,
            beta2 = beta2,
            eps = eps,
            weight_decay = weight_decay,
            momentum_decay = momentum_decay,
        };
    }

    public class ParamGroup : ParamGroup<Options>, optim.IBetas
    {
        public ParamGroup()
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
        {
        }

        public ParamGroup(
            IEnumerable<Parameter> parameters,
            double lr = 1,
            double beta1 = 0.9,
            double beta2 = 0.999,
            double eps = 1e-08,
            double weight_decay = 0,
            double momentum_decay = 0.004)
            : base(parameters, Options.Of(lr, beta1, beta2, eps, weight_decay, momentum_decay))
        {
        }

        public (double, double) Betas
        {
            get => (Options.beta1!.Value, Options.beta2!.Value);
            set => (Options.beta1, Options.beta2) = value;
        }
    }

    private sealed class State(Parameter parameter) : AdamMoments(parameter)
    {
        /// <summary>The product of the momenta so far.</summary>
        internal double Momenta { get; set; } = 1;
    }
}
