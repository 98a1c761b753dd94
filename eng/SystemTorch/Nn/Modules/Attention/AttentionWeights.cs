using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The parameters of an attention, drawn in the order in which libtorch draws them: the last projection comes first.</summary>
internal static class AttentionWeights
{
    internal static void Register(nn.Module owner, string prefix, AttentionShape shape)
    {
        var bound = 1 / Math.Sqrt(shape.Width);
        var output = nn.init.uniform_(empty(shape.Width, shape.Width), -bound, bound);
        if (shape.HasBias)
            Skip(shape.Width);
        if (shape.IsStacked)
            Matrix("in_proj_weight", 3 * shape.Width, shape.Width);
        else
        {
            Matrix("q_proj_weight", shape.Width, shape.Width);
            Matrix("k_proj_weight", shape.Width, shape.KeyWidth);
            Matrix("v_proj_weight", shape.Width, shape.ValueWidth);
        }

        if (shape.HasBias)
            Parts.Add(owner, prefix + "in_proj_bias", zeros(3 * shape.Width));
        if (shape.HasRowBias)
        {
            Parts.Add(owner, prefix + "bias_k", nn.init.xavier_normal_(empty(1, 1, shape.Width)));
            Parts.Add(owner, prefix + "bias_v", nn.init.xavier_normal_(empty(1, 1, shape.Width)));
        }

        Parts.Add(owner, prefix + "out_proj.weight", output);
        if (shape.HasBias)
            Parts.Add(owner, prefix + "out_proj.bias", zeros(shape.Width));

        void Matrix(string name, long rows, long columns) =>
            Parts.Add(owner, prefix + name, nn.init.xavier_uniform_(empty(rows, columns)));
    }

    /// <summary>The bias of the last projection is drawn before it is set to zero.</summary>
    private static void Skip(long numbers) => nn.init.uniform_(empty(numbers)).Dispose();
}
