using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Gradients over the root of their mean square, or of their variance, with momentum.</summary>
public class RMSProp : OptimizerHelper, optim.IMomentum
{
    public RMSProp(
        IEnumerable<Parameter> parameters,
        double lr = 0.001,
        double alpha = 0.99,
        double eps = 1e-08,
        double weight_decay = 0,
        double momentum = 0,
        bool centered = false,
        bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, alpha, eps, weight_decay, momentum, centered, maximize)
    {
    }

    public RMSProp(
        IEnumerable<ParamGroup> parameters,
        double lr = 0.001,
        double alpha = 0.99,
        double eps = 1e-08,
        double weight_decay = 0,
        double momentum = 0,
        bool centered = false,
        bool maximize = false)
    {
        if (lr < 0 || alpha < 0 || eps < 0 || weight_decay < 0 || momentum < 0)
            throw new ArgumentException($"Invalid rate {lr}, alpha {alpha}, epsilon {eps}, weight decay {weight_decay} or momentum {momentum}");
        Start(Options.Of(lr, alpha, eps, weight_decay, momentum, centered, maximize), parameters);
    }

    public double Momentum
    {
        get => ((Options)_defaults).momentum!.Value;
        set => groups.ForEach(group => ((Options)group.Options).momentum = value);
    }

    public override Tensor step(Func<Tensor> closure = null!) => Step<Options, State>(closure, Update);

    public override void add_param_group(Modules.ParamGroup param_group) => base.add_param_group(param_group);

    private static void Update(Parameter parameter, Tensor gradient, Options options, State state)
    {
        var (lr, alpha, momentum) = (options.LearningRate!.Value, options.alpha!.Value, options.momentum!.Value);
        if (options.maximize!.Value)
            gradient = -gradient;
        if (options.weight_decay!.Value != 0)
            gradient = gradient.add(parameter, options.weight_decay.Value);
        state.Squares.mul_(alpha).addcmul_(gradient, gradient, 1 - alpha);
        var squares = state.Squares;
        if (options.centered!.Value)
        {
            state.Average ??= state.New();
            state.Average.mul_(alpha).add_(gradient, 1 - alpha);
            squares = squares.addcmul(state.Average, state.Average, -1);
        }

        var denominator = squares.sqrt().add_(options.eps!.Value);
        if (momentum == 0)
        {
            parameter.addcdiv_(gradient, denominator, -lr);
            return;
        }

        state.Buffer ??= state.New();
        state.Buffer.mul_(momentum).addcdiv_(gradient, denominator, 1);
        parameter.add_(state.Buffer, -lr);
    }

    private protected override ParameterState NewState(Parameter parameter, OptimizerOptions options) => new State(parameter);

    public class Options : OptimizerOptions
    {
        public double? alpha;
        public double? eps;
        public double? weight_decay;
        public double? momentum;
        public bool? centered;
        public bool? maximize;

        internal static Options Of(
            double lr, double alpha, double eps, double weight_decay, double momentum, bool centered, bool? maximize) => new()
        {
            LearningRate = lr,
            alpha = alpha,
            eps = eps,
            weight_decay = weight_decay,
            momentum = momentum,
            centered = centered,
            maximize = maximize,
        };
    }

    public class ParamGroup : ParamGroup<Options>, optim.IMomentum
    {
        public ParamGroup()
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
        {
        }

        public ParamGroup(
            IEnumerable<Parameter> parameters,
            double lr = 0.001,
            double eps = 1e-08,
            double alpha = 0.99,
            double weight_decay = 0,
            double momentum = 0,
            bool centered = false)
            : base(parameters, Options.Of(lr, alpha, eps, weight_decay, momentum, centered, maximize: null))
        {
        }

        public double Momentum
        {
            get => Options.momentum!.Value;
            set => Options.momentum = value;
        }
    }

    private sealed class State(Parameter parameter) : ParameterState
    {
        internal Tensor Squares { get; } = zeros_like(parameter).DetachFromDisposeScope();

        internal Tensor? Average { get; set; }

        internal Tensor? Buffer { get; set; }

        internal Tensor New() => zeros_like(Squares).DetachFromDisposeScope();
    }
}
