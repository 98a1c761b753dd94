using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Each entry steps by its own size against the gradient's sign; the size grows while the sign stays.</summary>
public class Rprop : OptimizerHelper
{
    public Rprop(
        IEnumerable<Parameter> parameters,
        double lr = 0.01,
        double etaminus = 0.5,
        double etaplus = 1.2,
        double min_step = 1e-06,
        double max_step = 50,
        bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, etaminus, etaplus, min_step, max_step, maximize)
    {
    }

    public Rprop(
        IEnumerable<ParamGroup> parameters,
        double lr = 0.01,
        double etaminus = 0.5,
        double etaplus = 1.2,
        double min_step = 1e-06,
        double max_step = 50,
        bool maximize = false)
    {
        if (lr < 0 || etaminus is <= 0 or >= 1 || etaplus <= 1)
            throw new ArgumentException($"Invalid rate {lr} or factors {etaminus}, {etaplus}");
        Start(Options.Of(lr, etaminus, etaplus, min_step, max_step, maximize), parameters);
    }

    public override Tensor step(Func<Tensor> closure = null!) => Step<Options, State>(closure, Update);

    public override void add_param_group(Modules.ParamGroup param_group) => base.add_param_group(param_group);

    private static void Update(Parameter parameter, Tensor gradient, Options options, State state)
    {
        if (options.maximize!.Value)
            gradient = -gradient;
        var agreement = gradient.mul(state.Previous).sign();
        var (turned, stayed) = (agreement.lt(0), agreement.gt(0));
        var factors = ones_like(gradient).masked_fill_(turned, options.etaminus!.Value).masked_fill_(stayed, options.etaplus!.Value);
        state.Sizes.mul_(factors).clamp_(options.min_step!.Value, options.max_step!.Value);
        gradient = gradient.masked_fill(turned, 0);
        parameter.addcmul_(gradient.sign(), state.Sizes, -1);
        state.Previous.copy_(gradient);
    }

    private protected override ParameterState NewState(Parameter parameter, OptimizerOptions options) => new State(parameter, options.LearningRate!.Value);

    public class Options : OptimizerOptions
    {
        public double? etaminus;
        public double? etaplus;
        public double? min_step;
        public double? max_step;
        public bool? maximize;

        internal static Options Of(double lr, double etaminus, double etaplus, double min_step, double max_step, bool maximize) => new()
        {
            LearningRate = lr,
            etaminus = etaminus,
            etaplus = etaplus,
            min_step = min_step,
            max_step = max_step,
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
            double etaminus = 0.5,
            double etaplus = 1.2,
            double min_step = 1e-06,
            double max_step = 50,
            bool maximize = false)
            : base(parameters, Options.Of(lr, etaminus, etaplus, min_step, max_step, maximize))
        {
        }
    }

    private sealed class State(Parameter parameter, double size) : ParameterState
    {
        internal Tensor Previous { get; } = zeros_like(parameter).DetachFromDisposeScope();

        internal Tensor Sizes { get; } = full_like(parameter, size).DetachFromDisposeScope();
    }
}
