namespace TorchSharp.Modules;

/// <summary>A module that has nothing to learn.</summary>
public interface IParameterLessModule
{
}

public abstract class ParameterLessModule<T1, TResult> : torch.nn.Module<T1, TResult>, IParameterLessModule
{
    protected ParameterLessModule(string name) : base(name) => SkipFields();

    public override void register_buffer(string name, torch.Tensor tensor, bool persistent = true) =>
        throw new InvalidOperationException($"Cannot register a buffer on a parameter-less module: {name}");

    public override void register_parameter(string name, Parameter param) =>
        throw new InvalidOperationException($"Cannot register a parameter on a parameter-less module: {name}");

    public override void register_module(string name, torch.nn.Module submodule) =>
        throw new InvalidOperationException($"Cannot register a submodule on a parameter-less module: {name}");
}
