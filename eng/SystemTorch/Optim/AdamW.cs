using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adam with decoupled weight decay: each step first shrinks the parameter by learning rate times decay.</summary>
public class AdamW : OptimizerHelper, optim.IBetas
{
    public AdamW(
        IEnumerable<Parameter> parameters,
        double lr = 0.001,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double eps = 1e-08,
        double weight_decay = 0,
        bool amsgrad = false,
        bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    public AdamW(
        IEnumerable<ParamGroup> parameters,
        double lr = 0.001,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double eps = 1e-08,
        double weight_decay = 0,
        bool amsgrad = false,
        bool maximize = false)
    {
        if (lr < 0 || beta1 is < 0 or >= 1 || beta2 is < 0 or >= 1 || eps < 0 || weight_decay < 0)
            throw new ArgumentException($"Invalid rate {lr}, betas {beta1}, {beta2}, epsilon {eps} or weight decay {weight_decay}");
        Start(Options.Of(lr, beta1, beta2, eps, weight_decay, amsgrad, maximize), parameters);
    }

    public (double, double) Betas
    {
        get => (((Options)_defaults).beta1!.Value, ((Options)_defaults).beta2!.Value);
        set => groups.ForEach(group => (((Options)group.Options).beta1, ((Options)group.Options).beta2) = value);
    }

    public override Tensor step(Func<Tensor> closure = null!) => Step<Options, AdamMoments>(closure, Update);

    public override void add_param_group(Modules.ParamGroup param_group) => base.add_param_group(param_group);

    private static void Update(Parameter parameter, Tensor gradient, Options options, AdamMoments moments)
    {
        var (lr, decay) = (options.LearningRate!.Value, options.weight_decay!.Value);
        if (options.maximize!.Value)
            gradient = -gradient;
        if (decay != 0)
            parameter.mul_(1 - lr * decay);
        moments.Step(parameter, gradient, lr, options.beta1!.Value, options.beta2!.Value, options.eps!.Value, options.amsgrad!.Value);
    }

    private protected override ParameterState NewState(Parameter parameter, OptimizerOptions options) => new AdamMoments(parameter);

    public class Options : OptimizerOptions
    {
        public double? beta1;
        public double? beta2;
        public double? weight_decay;
        public double? eps;
        public bool? amsgrad;
        public bool? maximize;

        internal static Options Of(
            double lr, double beta1, double beta2, double eps, double weight_decay, bool amsgrad, bool maximize) => new()
        {
            LearningRate = lr,
            beta1 = beta1,
            beta2 = beta2,
            eps = eps,
            weight_decay = weight_decay,
            amsgrad = amsgrad,
            maximize = maximize,
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
            double lr = 0.001,
            double beta1 = 0.9,
            double beta2 = 0.999,
            double eps = 1e-08,
            double weight_decay = 0,
            bool amsgrad = false,
            bool maximize = false)
            : base(parameters, Options.Of(lr, beta1, beta2, eps, weight_decay, amsgrad, maximize))
        {
        }

        public (double, double) Betas
        {
            get => (Options.beta1!.Value, Options.beta2!.Value);
            set => (Options.beta1, Options.beta2) = value;
        }
    }
}
