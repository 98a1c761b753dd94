using Parameterize.Inference.Tests.Oracle;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Harness;

/// <summary>A model that was written twice: as its author wrote it, and as it was annotated.</summary>
/// <param name="Name">The name of its class and of its two files.</param>
/// <param name="Plain">Builds the plain one, at base width.</param>
/// <param name="Annotated">Builds the annotated one at a width, which is <see cref="Comparison.BaseWidth"/> at base.</param>
/// <param name="Output">Draws an input and runs either of them on it.</param>
/// <param name="Loss">What is trained.</param>
internal sealed record ModelCase(
    string Name, Func<Module> Plain, Func<long, Module> Annotated, Func<Module, Draw, Tensor> Output, Func<Tensor, Tensor> Loss)
{
    /// <inheritdoc cref="ModelCase"/>
    public static ModelCase Of<TModule>(
        string name,
        Func<TModule> plain,
        Func<long, TModule> annotated,
        Func<TModule, Draw, Tensor> output,
        Func<Tensor, Tensor>? loss = null)
        where TModule : Module =>
        new(name, plain, annotated, (model, draw) => output((TModule)(object)model, draw), loss ?? Losses.MeanSquare);

    /// <summary>Of a model from one tensor to one.</summary>
    public static ModelCase Of(
        string name,
        Func<Module<Tensor, Tensor>> plain,
        Func<long, Module<Tensor, Tensor>> annotated,
        Func<Draw, Tensor> input,
        Func<Tensor, Tensor>? loss = null) =>
        Of<Module<Tensor, Tensor>>(name, plain, annotated, (model, draw) => model.call(input(draw)), loss);

    /// <summary>Of a model from two tensors to one.</summary>
    public static ModelCase Of(
        string name,
        Func<Module<Tensor, Tensor, Tensor>> plain,
        Func<long, Module<Tensor, Tensor, Tensor>> annotated,
        Func<Draw, (Tensor First, Tensor Second)> inputs,
        Func<Tensor, Tensor>? loss = null) =>
        Of<Module<Tensor, Tensor, Tensor>>(
            name,
            plain,
            annotated,
            (model, draw) =>
            {
                var (first, second) = inputs(draw);
                return model.call(first, second);
            },
            loss);

    /// <summary>Builds a model from a seed.</summary>
    public static Module Build(Func<Module> build, long seed = 7)
    {
        set_num_threads(1); // more of them take longer for models of this size
        manual_seed(seed);
        return build();
    }

    /// <summary>Runs a model on the same input, with the same masks of dropout, each time.</summary>
    public Tensor Run(Module model, long seed = 11)
    {
        manual_seed(seed);
        return Output(model, new Draw(model.parameters().First().dtype));
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
