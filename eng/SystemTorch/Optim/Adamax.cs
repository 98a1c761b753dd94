using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adam with the infinity norm: a decaying maximum of absolute gradients in the place of their mean square.</summary>
public class Adamax : OptimizerHelper, optim.IBetas
{
    public Adamax(
        IEnumerable<Parameter> parameters,
        double lr,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double eps = 1e-08,
        double weight_decay = 0)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay)
    {
    }

    public Adamax(
        IEnumerable<ParamGroup> parameters,
        double lr = 0.002,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double eps = 1e-08,
        double weight_decay = 0)
    {
        if (lr < 0 || beta1 is < 0 or >= 1 || beta2 is < 0 or >= 1 || eps < 0 || weight_decay < 0)
            throw new ArgumentException($"Invalid rate {lr}, betas {beta1}, {beta2}, epsilon {eps} or weight decay {weight_decay}");
        Start(Options.Of(lr, beta1, beta2, eps, weight_decay), parameters);
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
        state.Count++;
        state.Average.mul_(options.beta1!.Value).add_(gradient, 1 - options.beta1.Value);
        state.Norm.copy_(state.Norm.mul(options.beta2!.Value).maximum(gradient.abs().add_(options.eps!.Value)));
        var rate = options.LearningRate!.Value / (1 - Math.Pow(options.beta1.Value, state.Count));
        parameter.addcdiv_(state.Average, state.Norm, -rate);
    }

    private protected override ParameterState NewState(Parameter parameter, OptimizerOptions options) => new State(parameter);

    public class Options : OptimizerOptions
    {
        public double? beta1;
        public double? beta2;
        public double? eps;
        public double? weight_decay;

        internal static Options Of(double lr, double beta1, double beta2, double eps, double weight_decay) => new()
        {
            LearningRate = lr,
            beta1 = beta1,
            beta2 = beta2,
            eps = eps,
            weight_decay = weight_decay,
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
            double weight_decay = 0)
            : base(parameters, Options.Of(lr, beta1, beta2, eps, weight_decay))
        {
        }

        public (double, double) Betas
        {
            get => (Options.beta1!.Value, Options.beta2!.Value);
            set => (Options.beta1, Options.beta2) = value;
        }
    }

    private sealed class State(Parameter parameter) : ParameterState
    {
        internal Tensor Average { get; } = zeros_like(parameter).DetachFromDisposeScope();

        internal Tensor Norm { get; } = zeros_like(parameter).DetachFromDisposeScope();

        internal long Count { get; set; }
    }
}
