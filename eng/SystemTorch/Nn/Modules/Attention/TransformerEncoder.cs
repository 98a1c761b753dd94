using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

public sealed class TransformerEncoderLayer
    : nn.Module<Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor, Tensor>
{
    private readonly EncoderLayer layer;

    internal TransformerEncoderLayer(TransformerShape shape) : base(nameof(TransformerEncoderLayer))
    {
        SkipFields();
        Shape = shape;
        layer = new EncoderLayer(this, "", shape);
    }

    internal TransformerShape Shape { get; }

    public Tensor call(Tensor src, Tensor src_mask, Tensor src_key_padding_mask) => layer.Run(src, src_mask, src_key_padding_mask);

    public Tensor call(Tensor src, Tensor src_mask) => layer.Run(src, src_mask, null);

    public override Tensor forward(Tensor src) => layer.Run(src, null, null);
}

/// <summary>Copies of a layer, one after another; they start with the same values.</summary>
public sealed class TransformerEncoder
    : nn.Module<Tensor, Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor>
{
    private readonly List<EncoderLayer> layers = [];

    internal TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers) : base(nameof(TransformerEncoder))
    {
        SkipFields();
        for (long i = 0; i < num_layers; i++)
        {
            var prefix = string.Create(CultureInfo.InvariantCulture, $"layers.{i}.");
            layers.Add(new EncoderLayer(this, prefix, encoder_layer.Shape));
            Parts.Copy(encoder_layer, this, prefix);
        }
    }

    public override Tensor forward(Tensor src, Tensor src_mask, Tensor src_key_padding_mask)
    {
        using var scope = NewDisposeScope();
        var result = layers.Aggregate(src, (input, layer) => layer.Run(input, src_mask, src_key_padding_mask));
        return ReferenceEquals(result, src) ? src.alias().MoveToOuterDisposeScope() : result.MoveToOuterDisposeScope();
    }

    public Tensor call(Tensor src, Tensor src_mask) => call(src, src_mask, null!);

    public Tensor call(Tensor src) => call(src, null!, null!);
}
