using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Parameterize.Samples.Mlp.Constants;

/// <summary>
/// A factor on the rate and one on the init of each kind of layer, as powers of two: what the base model leaves to be tuned, in any
/// parametrization. At base width all of these are one network, so that constants found there are those of each.
/// </summary>
/// <param name="Octaves">log2 of each factor, in the order of <see cref="Names"/>.</param>
internal sealed record LayerConstants(IReadOnlyList<int> Octaves)
{
    private static readonly string[][] Layers = [["_embed"], ["_mix", "_refine"], ["_readout"]];

    /// <summary>What is tuned.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. from what in new[] { "rate", "init" } from layers in Layers select $"{what} of {string.Join(" and ", layers)}"];

    /// <summary>Every factor 1.</summary>
    public static LayerConstants One { get; } = new([.. Names.Select(_ => 0)]);

    /// <summary>The same but for one factor.</summary>
    public LayerConstants With(int index, int octaves) => new([.. Octaves.Select((old, at) => at == index ? octaves : old)]);

    /// <summary>As part of a trial's id.</summary>
    public override string ToString() => string.Join(',', Octaves);

    /// <summary>Multiplies the weights that a model has drawn.</summary>
    public TModel Initialized<TModel>(TModel model)
        where TModel : nn.Module
    {
        using var frozen = no_grad();
        foreach (var (name, parameter) in model.named_parameters())
        {
            if (name.EndsWith(".weight", StringComparison.Ordinal))
            {
                parameter.mul_(Factor(name, first: Layers.Length));
            }
        }

        return model;
    }

    /// <summary>Adam over a model's groups, with a rate of its own for every tensor.</summary>
    /// <param name="model">The model.</param>
    /// <param name="groups">Its groups for optimizers that are like Adam.</param>
    /// <param name="rate">The base rate.</param>
    public Adam Adam(
        nn.Module model,
        IEnumerable<(string Name, IReadOnlyList<Parameter> Parameters, double LearningRate, double WeightDecay, double Epsilon,
            double CoupledDecay)> groups,
        double rate)
    {
        var names = model.named_parameters().ToDictionary(named => named.parameter.Handle, named => named.name);
        return optim.Adam(
            from @group in groups
            from parameter in @group.Parameters
            select new Adam.ParamGroup([parameter], new Adam.Options
            {
                LearningRate = rate * @group.LearningRate * Factor(names[parameter.Handle], first: 0),
                beta1 = 0.9,
                beta2 = 0.999,
                eps = 1e-8 * @group.Epsilon,
                weight_decay = 0,
                amsgrad = false,
                maximize = false,
            }));
    }

    private double Factor(string tensor, int first)
    {
        var layer = Array.FindIndex(Layers, layers => layers.Contains(tensor.Split('.')[0]));
        return layer < 0 ? 1 : Math.Pow(2, Octaves[first + layer]);
    }
}
