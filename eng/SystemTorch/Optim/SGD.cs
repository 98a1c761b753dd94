using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent, with momentum.</summary>
public class SGD : OptimizerHelper, optim.IMomentum
{
    public SGD(
        IEnumerable<Parameter> parameters,
        double lr,
        double momentum = 0,
        double dampening = 0,
        double weight_decay = 0,
        bool nesterov = false,
        bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    public SGD(
        IEnumerable<ParamGroup> parameters,
        double lr,
        double momentum = 0,
        double dampening = 0,
        double weight_decay = 0,
        bool nesterov = false,
        bool maximize = false)
    {
        if (lr < 0 || momentum < 0 || weight_decay < 0)
            throw new ArgumentException($"Invalid learning rate ({lr}), momentum ({momentum}) or weight decay ({weight_decay})");
        if (nesterov && (momentum == 0 || dampening != 0))
            throw new ArgumentException("Nesterov momentum requires a momentum and zero dampening");
        Start(Options.Of(lr, momentum, dampening, weight_decay, nesterov, maximize), parameters);
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
        if (options.maximize!.Value)
            gradient = -gradient;
        if (options.weight_decay!.Value != 0)
            gradient = gradient.add(parameter, options.weight_decay.Value);
        if (options.momentum!.Value != 0)
        {
            if (state.Buffer is null)
                state.Buffer = gradient.detach().clone().DetachFromDisposeScope();
            else
                state.Buffer.mul_(options.momentum.Value).add_(gradient, 1 - options.dampening!.Value);
            gradient = options.nesterov!.Value ? gradient.add(state.Buffer, options.momentum.Value) : state.Buffer;
        }

        parameter.add_(gradient, -options.LearningRate!.Value);
    }

    private protected override ParameterState NewState(Parameter parameter, OptimizerOptions options) => new State();

    public class Options : OptimizerOptions
    {
        public double? momentum;
        public double? dampening;
        public double? weight_decay;
        public bool? nesterov;
        public bool? maximize;

        internal static Options Of(double lr, double momentum, double dampening, double weight_decay, bool nesterov, bool maximize) => new()
        {
            LearningRate = lr,
            momentum = momentum,
            dampening = dampening,
            weight_decay = weight_decay,
            nesterov = nesterov,
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
            double momentum = 0,
            double dampening = 0,
            double weight_decay = 0,
            bool nesterov = false,
            bool maximize = false)
            : base(parameters, Options.Of(lr, momentum, dampening, weight_decay, nesterov, maximize))
        {
        }

        public double Momentum
        {
            get => Options.momentum!.Value;
            set => Options.momentum = value;
        }
    }

    private sealed class State : ParameterState
    {
        internal Tensor? Buffer { get; set; }
    }
}
