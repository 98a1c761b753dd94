using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Sums, means or maxima of rows of a table: of each row of numbers, or of runs of numbers that start at given offsets.</summary>
public sealed class EmbeddingBag : nn.Module<Tensor, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor, Tensor>
{
    private readonly double? maximumNorm;
    private readonly double normType;
    private readonly bool scaleGradient;
    private readonly EmbeddingBagMode mode;
    private readonly bool sparse;
    private readonly bool lastOffset;
    private readonly long? padding;
    private Parameter? weightValue;

    internal EmbeddingBag(
        Tensor table, bool requires_grad, double? max_norm, double norm_type, bool scale_grad_by_freq, EmbeddingBagMode mode, bool sparse,
        bool include_last_offset, long padding_index)
        : base(nameof(EmbeddingBag))
    {
        SkipFields();
        (maximumNorm, normType, scaleGradient) = (max_norm, norm_type, scale_grad_by_freq);
        (this.mode, this.sparse, lastOffset) = (mode, sparse, include_last_offset);
        padding = padding_index < 0 ? null : padding_index;
        weight = new Parameter(table, requires_grad);
    }

    public Parameter? weight
    {
        get => weightValue;
        set => Set(nameof(weight), ref weightValue, value);
    }

    public override Tensor forward(Tensor input, Tensor? offsets, Tensor? perSampleWeights)
    {
        if (perSampleWeights is not null && !perSampleWeights.shape.SequenceEqual(input.shape))
            throw new ArgumentException("The weights of the samples must have the same shape as the input.");
        if (maximumNorm is { } limit)
            using (no_grad())
                Aten.InPlace("embedding_renorm_", weightValue, input, limit, normType);
        using var scope = NewDisposeScope();
        if (input.ndim == 2)
        {
            if (offsets is not null)
                throw new ArgumentException("Rows of numbers are bags of the same length: offsets have to be null.");
            offsets = arange(0, input.numel(), input.size(1), input.dtype);
            (input, perSampleWeights) = (input.reshape(-1), perSampleWeights?.reshape(-1));
        }

        if (offsets is null)
            throw new ArgumentException("offsets has to be a 1D Tensor but got null");
        var (bags, _, _, _) = Aten.Call4(
            "embedding_bag.padding_idx", weightValue, input, offsets, scaleGradient, (long)mode, sparse, perSampleWeights, lastOffset,
            padding);
        return bags.MoveToOuterDisposeScope();
    }

    public new Tensor call(Tensor input, Tensor? offsets, Tensor? perSampleWeights) => base.call(input, offsets, perSampleWeights);

    public Tensor call(Tensor input, Tensor offsets) => base.call(input, offsets, null);

    public Tensor call(Tensor input) => base.call(input, null, null);
}
