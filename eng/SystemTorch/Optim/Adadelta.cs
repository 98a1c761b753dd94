using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Gradients times the ratio of two root mean squares: that of past updates over that of gradients.</summary>
public class Adadelta : OptimizerHelper
{
    public Adadelta(
        IEnumerable<Parameter> parameters,
        double lr,
        double rho = 0.9,
        double eps = 1e-06,
        double weight_decay = 0,
        bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, rho, eps, weight_decay, maximize)
    {
    }

    public Adadelta(
        IEnumerable<ParamGroup> parameters,
        double lr = 1,
        double rho = 0.9,
        double eps = 1e-06,
        double weight_decay = 0,
        bool maximize = false)
    {
        if (lr < 0 || rho is < 0 or > 1 || eps < 0 || weight_decay < 0)
            throw new ArgumentException($"Invalid rate {lr}, rho {rho}, epsilon {eps} or weight decay {weight_decay}");
        Start(Options.Of(lr, rho, eps, weight_decay, maximize), parameters);
    }

    public override Tensor step(Func<Tensor> closure = null!) => Step<Options, State>(closure, Update);

    public override void add_param_group(Modules.ParamGroup param_group) => base.add_param_group(param_group);

    private static void Update(Parameter parameter, Tensor gradient, Options options, State state)
    {
        var (rho, eps) = (options.rho!.Value, options.eps!.Value);
        if (options.maximize!.Value)
            gradient = -gradient;
        if (options.weight_decay!.Value != 0)
            gradient = gradient.add(parameter, options.weight_decay.Value);
        state.Squares.mul_(rho).addcmul_(gradient, gradient, 1 - rho);
        var update = state.Updates.add(eps).div_(state.Squares.add(eps)).sqrt_().mul_(gradient);
        state.Updates.mul_(rho).addcmul_(update, update, 1 - rho);
        parameter.add_(update, -options.LearningRate!.Value);
    }

    private protected override ParameterState NewState(Parameter parameter, OptimizerOptions options) => new State(parameter);

    public class Options : OptimizerOptions
    {
        public double? rho;
        public double? eps;
        public double? weight_decay;
        public bool? maximize;

        internal static Options Of(double lr, double rho, double eps, double weight_decay, bool maximize) => new()
        {
            LearningRate = lr,
            rho = rho,
            eps = eps,
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
            double lr = 1,
            double rho = 0.9,
            double eps = 1e-06,
            double weight_decay = 0,
            bool maximize = false)
            : base(parameters, Options.Of(lr, rho, eps, weight_decay, maximize))
        {
        }
    }

    private sealed class State(Parameter parameter) : ParameterState
    {
        internal Tensor Squares { get; } = zeros_like(parameter).DetachFromDisposeScope();

        internal Tensor Updates { get; } = zeros_like(parameter).DetachFromDisposeScope();
    }
}
