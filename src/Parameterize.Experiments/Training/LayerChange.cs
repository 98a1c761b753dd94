using static TorchSharp.torch;

namespace Parameterize.Experiments.Training;

/// <summary>
/// How one layer's preactivation h changed in training, and through what: <c>dh = dW x' + W dx</c>, with x what goes in. Karkada, arXiv
/// 2404.19719, section 3. Norms are Euclidean over the layer's outputs, root mean square over the batch.
/// </summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="AtInit">|h| before training.</param>
/// <param name="Change">|dh|.</param>
/// <param name="Own">|dW x'|: what the layer's own update does to what comes in after training.</param>
/// <param name="PassedOn">|W dx|: what the layers below pass on through the initial weights; 0 in the first layer.</param>
/// <param name="UpdateAlignment">
/// |dW x'| / (|dW| |x'|) with the Frobenius norm of dW: does not depend on width when the update points along what comes in.
/// </param>
/// <param name="InitialAlignment">|W x| / (|W| |x|): that of random weights, fan-in^-1/2.</param>
public sealed record LayerChange(
    string Layer, double AtInit, double Change, double Own, double PassedOn, double UpdateAlignment, double InitialAlignment)
{
    /// <summary>Compares a model before and after training.</summary>
    /// <param name="before">Its trace at initialization.</param>
    /// <param name="after">Its trace now, on the same batch.</param>
    /// <returns>One per layer, in the order of calls. Divergence is a result: NaN or infinite norms.</returns>
    public static IReadOnlyList<LayerChange> Of(LayerTrace before, LayerTrace after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return [.. before.Layers.Select(layer => Of(layer, before, after))];
    }

    private static LayerChange Of(string layer, LayerTrace before, LayerTrace after)
    {
        using var scope = NewDisposeScope();
        var (x, weight) = (before.Input(layer), before.Weight(layer));
        var change = after.Weight(layer) - weight;
        var (atInit, own) = (weight.mm(x.t()), change.mm(after.Input(layer).t()));
        var passedOn = weight.mm((after.Input(layer) - x).t());
        return new LayerChange(
            layer,
            PerSample(atInit),
            PerSample(own + passedOn),
            PerSample(own),
            PerSample(passedOn),
            Norm(own) / (Norm(change) * Norm(after.Input(layer))),
            Norm(atInit) / (Norm(weight) * Norm(x)));
    }

    private static double PerSample(Tensor columns) => Norm(columns) / Math.Sqrt(columns.shape[1]);

    private static double Norm(Tensor tensor) => tensor.square().sum().sqrt().item<double>();
}
