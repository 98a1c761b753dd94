using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

public sealed class TransformerDecoderLayer
    : nn.Module<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor>
{
    private readonly DecoderLayer layer;

    internal TransformerDecoderLayer(TransformerShape shape) : base(nameof(TransformerDecoderLayer))
    {
        SkipFields();
        Shape = shape;
        layer = new DecoderLayer(this, "", shape);
    }

    internal TransformerShape Shape { get; }

    public override Tensor forward(
        Tensor tgt, Tensor memory, Tensor tgt_mask, Tensor memory_mask, Tensor tgt_key_padding_mask, Tensor memory_key_padding_mask) =>
        layer.Run(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);

    public new Tensor call(
        Tensor tgt,
        Tensor memory,
        Tensor tgt_mask,
        Tensor memory_mask = null!,
        Tensor tgt_key_padding_mask = null!,
        Tensor memory_key_padding_mask = null!) =>
        base.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);

    public Tensor call(Tensor tgt, Tensor memory) => base.call(tgt, memory, null!, null!, null!, null!);
}

/// <summary>Copies of a layer, one after another; they start with the same values.</summary>
public sealed class TransformerDecoder : nn.Module<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor>
{
    private readonly List<DecoderLayer> layers = [];

    internal TransformerDecoder(TransformerDecoderLayer decoder_layer, long num_layers) : base(nameof(TransformerDecoder))
    {
        SkipFields();
        for (long i = 0; i < num_layers; i++)
        {
            var prefix = string.Create(CultureInfo.InvariantCulture, $"layers.{i}.");
            layers.Add(new DecoderLayer(this, prefix, decoder_layer.Shape));
            Parts.Copy(decoder_layer, this, prefix);
        }
    }

    public override Tensor forward(
        Tensor tgt,
        Tensor memory,
        Tensor tgt_mask,
        Tensor memory_mask = null!,
        Tensor tgt_key_padding_mask = null!,
        Tensor memory_key_padding_mask = null!)
    {
        using var scope = NewDisposeScope();
        var result = layers.Aggregate(
            tgt, (input, layer) => layer.Run(input, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask));
        return ReferenceEquals(result, tgt) ? tgt.alias().MoveToOuterDisposeScope() : result.MoveToOuterDisposeScope();
    }

    public new Tensor call(
        Tensor tgt,
        Tensor memory,
        Tensor tgt_mask,
        Tensor memory_mask = null!,
        Tensor tgt_key_padding_mask = null!,
        Tensor memory_key_padding_mask = null!) =>
        base.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);

    public Tensor call(Tensor tgt, Tensor memory) => base.call(tgt, memory, null!, null!, null!, null!);
}
