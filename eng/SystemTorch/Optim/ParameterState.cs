namespace TorchSharp.Modules;

/// <summary>What an optimizer keeps for one parameter, in fields that <see cref="OptimizerFields"/> finds; tensors are its own.</summary>
internal abstract class ParameterState : IDisposable
{
    public void Dispose() => OptimizerFields.DisposeTensors(this);
}
