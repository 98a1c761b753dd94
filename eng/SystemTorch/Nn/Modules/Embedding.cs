using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Rows of a table, by their numbers.</summary>
public sealed class Embedding : nn.Module<Tensor, Tensor>
{
    private readonly long? padding;
    private readonly double? maximumNorm;
    private readonly double normType;
    private readonly bool scaleGradient;
    private readonly bool sparse;
    private Parameter? weightValue;

    internal Embedding(
        Tensor table, bool requires_grad, long? padding_idx, double? max_norm, double norm_type, bool scale_grad_by_freq, bool sparse)
        : base(nameof(Embedding))
    {
        SkipFields();
        var rows = table.shape[0];
        padding = padding_idx < 0 ? rows + padding_idx : padding_idx;
        maximumNorm = max_norm;
        normType = norm_type;
        scaleGradient = scale_grad_by_freq;
        this.sparse = sparse;
        weight = new Parameter(table, requires_grad);
    }

    public Parameter? weight
    {
        get => weightValue;
        set => Set(nameof(weight), ref weightValue, value);
    }

    public override Tensor forward(Tensor input)
    {
        if (maximumNorm is { } limit)
            using (no_grad())
                Aten.InPlace("embedding_renorm_", weightValue, input, limit, normType);
        return Aten.Call("embedding", weightValue, input, padding ?? -1, scaleGradient, sparse);
    }

    internal static Tensor Table(long rows, long columns, long? padding, Device? device, ScalarType? dtype)
    {
        var table = randn(rows, columns, dtype, device);
        if (padding is { } row)
            using (var padded = table[row < 0 ? rows + row : row])
                padded.zero_();
        return table;
    }
}
