using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Gradients over the root of the sum of all their squares.</summary>
public class Adagrad : OptimizerHelper
{
    public Adagrad(
        IEnumerable<Parameter> parameters,
        double lr = 0.01,
        double lr_decay = 0,
        double weight_decay = 0,
        double initial_accumulator_value = 0,
        double eps = 1e-10)
        : this([new ParamGroup { Parameters = parameters }], lr, lr_decay, weight_decay, initial_accumulator_value, eps)
    {
    }

    public Adagrad(
        IEnumerable<ParamGroup> parameters,
        double lr = 0.01,
        double lr_decay = 0,
        double weight_decay = 0,
        double initial_accumulator_value = 0,
        double eps = 1e-10)
    {
        if (lr < 0 || lr_decay < 0 || weight_decay < 0 || initial_accumulator_value < 0 || eps < 0)
            throw new ArgumentException($"Invalid rate {lr}, its decay {lr_decay}, weight decay {weight_decay}, accumulator {initial_accumulator_value} or epsilon {eps}");
        Start(Options.Of(lr, lr_decay, weight_decay, initial_accumulator_value, eps), parameters);
    }

    public override Tensor step(Func<Tensor> closure = null!) => Step<Options, State>(closure, Update);

    public override void add_param_group(Modules.ParamGroup param_group) => base.add_param_group(param_group);

    private static void Update(Parameter parameter, Tensor gradient, Options options, State state)
    {
        if (options.weight_decay!.Value != 0)
            gradient = gradient.add(parameter, options.weight_decay.Value);
        var rate = options.LearningRate!.Value / (1 + state.Count * options.lr_decay!.Value);
        state.Count++;
        state.Sum.addcmul_(gradient, gradient, 1);
        parameter.addcdiv_(gradient, state.Sum.sqrt().add_(options.eps!.Value), -rate);
    }

    private protected override ParameterState NewState(Parameter parameter, OptimizerOptions options) => new State(parameter, ((Options)options).initial_accumulator_value!.Value);

    public class Options : OptimizerOptions
    {
        public double? lr_decay;
        public double? weight_decay;
        public double? initial_accumulator_value;
        public double? eps;

        internal static Options Of(double lr, double lr_decay, double weight_decay, double initial_accumulator_value, double eps) => new()
        {
            LearningRate = lr,
            lr_decay = lr_decay,
            weight_decay = weight_decay,
            initial_accumulator_value = initial_accumulator_value,
            eps = eps,
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
            double lr_decay = 0,
            double weight_decay = 0,
            double initial_accumulator_value = 0,
            double eps = 1e-10)
            : base(parameters, Options.Of(lr, lr_decay, weight_decay, initial_accumulator_value, eps))
        {
        }
    }

    private sealed class State(Parameter parameter, double start) : ParameterState
    {
        internal Tensor Sum { get; } = full_like(parameter, start).DetachFromDisposeScope();

        internal long Count { get; set; }
    }
}
