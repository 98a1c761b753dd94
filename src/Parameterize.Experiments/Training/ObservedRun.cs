using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Experiments.Training;

/// <summary>
/// A model's run in which chosen modules are watched by hooks, which are gone afterwards. A tied readout's module is not called: generated
/// code tells what it gives out.
/// </summary>
internal static class ObservedRun
{
    /// <summary>Runs the model once, without gradients; what observers make and do not detach dies with the run.</summary>
    /// <param name="model">The model.</param>
    /// <param name="inputs">The batch.</param>
    /// <param name="observer">
    /// From a module and its full name to what is told its input and output at each call; null to pass it over. The input of a tied readout
    /// is null.
    /// </param>
    public static void Run(
        Module<Tensor, Tensor> model, Tensor inputs, Func<string, Module<Tensor, Tensor>, Action<Tensor?, Tensor>?> observer)
    {
        var removals = new List<Action>();
        var observers = new Dictionary<object, Action<Tensor?, Tensor>>(ReferenceEqualityComparer.Instance);
        foreach (var (name, module) in model.named_modules())
        {
            if (module is not Module<Tensor, Tensor> layer || observer(name, layer) is not { } observe)
            {
                continue;
            }

            observers[layer] = observe;
            var hook = layer.register_forward_hook((_, input, output) =>
            {
                observe(input, output);
                return output;
            });
            removals.Add(hook.remove);
        }

        try
        {
            using var scope = NewDisposeScope();
            using var noGradient = no_grad();
            ForwardObservation.During(Tell, () => model.call(inputs));
        }
        finally
        {
            removals.ForEach(remove => remove());
        }

        void Tell(object module, object output)
        {
            if (observers.TryGetValue(module, out var observe))
            {
                observe(null, (Tensor)output);
            }
        }
    }
}
