using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Samples.RandomFeatures;

/// <summary>
/// The lazy end of the dial at its purest: a hidden layer that never trains, and a readout that is solved for. The readout's generated
/// multiplier makes the kernel of the features the same at every width, so that one ridge serves all widths.
/// </summary>
[Parameterize(Richness = Richness.NeuralTangent, BaseWidth = BaseWidth)]
public sealed partial class FrozenFeatures : Module<Tensor, Tensor>
{
    /// <summary>The width at which the readout's multiplier is 1.</summary>
    public const int BaseWidth = 64;

    [Unscaled] private readonly Linear _features;
    [Output] private readonly Linear _readout;

    /// <summary>Draws the features: standard normal directions.</summary>
    /// <param name="inputs">d, how many numbers an input has.</param>
    /// <param name="width">k, how many features there are.</param>
    public FrozenFeatures(long inputs, [Width] long width)
        : base(nameof(FrozenFeatures))
    {
        _features = Linear(inputs, width, hasBias: false, dtype: ScalarType.Float64);
        _readout = Linear(width, 1, hasBias: false, dtype: ScalarType.Float64);
        InitializeParameters();
        init.normal_(_features.weight, 0, 1);
        _features.weight.requires_grad = false;
    }

    /// <summary>From inputs [batch, d] to predictions [batch, 1].</summary>
    public override Tensor forward(Tensor input) => Readout(Features(input));

    /// <summary>Solves for the readout: least squares plus ridge times the squared norm of its raw weight.</summary>
    /// <param name="inputs">[n, d].</param>
    /// <param name="targets">[n, 1].</param>
    /// <param name="ridge">delta, the same at every width.</param>
    public void FitRidge(Tensor inputs, Tensor targets, double ridge)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var design = Features(inputs) * Parameterization["_readout.weight"].Multiplier;
        var weight = design.shape[0] < design.shape[1]
            ? design.t().mm(linalg.solve(Ridged(design.mm(design.t())), targets))
            : linalg.solve(Ridged(design.t().mm(design)), design.t().mm(targets));
        _readout.weight.copy_(weight.t());

        Tensor Ridged(Tensor gram) => gram + ridge * eye(gram.shape[0], dtype: ScalarType.Float64);
    }

    /// <summary>The kernel of infinitely many features at base width, Cho and Saul's arc-cosine kernel of order 1 (2009, eq. 6).</summary>
    /// <param name="inputs">[N, d], each of norm 1.</param>
    /// <returns>[N, N].</returns>
    public static Tensor Kernel(Tensor inputs)
    {
        using var scope = NewDisposeScope();
        var cosine = inputs.mm(inputs.t()).clamp(-1, 1);
        var angle = cosine.acos();
        var kernel = (angle.sin() + (Math.PI - angle) * cosine) * (BaseWidth / (2 * Math.PI));
        return kernel.MoveToOuterDisposeScope();
    }

    private Tensor Features(Tensor input) => functional.relu(_features.call(input));
}
