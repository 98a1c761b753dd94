using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the optimizers share: groups that inherit options, states by parameter, and the loop over both.</summary>
public abstract partial class OptimizerHelper : optim.Optimizer
{
    private readonly Dictionary<nint, ParameterState> states = [];

    protected OptimizerOptions _defaults = null!;

    public OptimizerHelper()
    {
    }

    public override void zero_grad() => base.zero_grad();

    public override IEnumerable<Parameter> parameters() => base.parameters();

    public override void add_param_group(ParamGroup param_group)
    {
        param_group.Options ??= (OptimizerOptions)Activator.CreateInstance(_defaults.GetType())!;
        OptimizerFields.Inherit(param_group.Options, _defaults);
        param_group.Options.InitialLearningRate = param_group.Options.LearningRate!.Value;
        base.add_param_group(param_group);
        foreach (var parameter in param_group.Parameters)
            states.TryAdd(parameter.Handle, NewState(parameter, param_group.Options));
    }

    private protected override void DisposeStates()
    {
        foreach (var state in states.Values)
            state.Dispose();
        states.Clear();
    }

    private protected abstract ParameterState NewState(Parameter parameter, OptimizerOptions options);

    private protected void Start(OptimizerOptions defaults, IEnumerable<ParamGroup> parameterGroups)
    {
        _defaults = defaults;
        foreach (var group in parameterGroups)
            add_param_group(group);
    }

    /// <summary>Calls the update for every parameter with a gradient, without recording; the temporaries die at the end.</summary>
    private protected Tensor Step<TOptions, TState>(Func<Tensor> closure, Action<Parameter, Tensor, TOptions, TState> update)
        where TOptions : OptimizerOptions where TState : ParameterState
    {
        Tensor loss = null!;
        if (closure is not null)
            using (enable_grad())
                loss = closure();
        using var guard = no_grad();
        foreach (var group in groups)
        {
            foreach (var parameter in group.Parameters)
            {
                var state = State(parameter);
                using var scope = NewDisposeScope();
                if (parameter.grad is { } gradient)
                    update(parameter, gradient, (TOptions)group.Options, (TState)state);
            }
        }

        return loss;
    }

    // A parameter that was replaced (by Module.to) after the optimizer was made is not the optimizer's any more.
    private ParameterState State(Parameter parameter) =>
        !parameter.IsInvalid && states.TryGetValue(parameter.Handle, out var state)
            ? state
            : throw new KeyNotFoundException("The parameter is not one that this optimizer was made with.");
}
