using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>Names to languages, character by character, with a recurrent cell written out.</summary>
public class RnnClassifier : Module<Tensor, Tensor>
{
    private readonly long hidden_size;
    private readonly Linear i2h;
    private readonly Linear h2h;
    private readonly Linear h2o;
    private readonly LogSoftmax softmax;

    public RnnClassifier(long input_size, long hidden_size, long output_size) : base("RnnClassifier")
    {
        this.hidden_size = hidden_size;
        i2h = Linear(input_size, hidden_size);
        h2h = Linear(hidden_size, hidden_size);
        h2o = Linear(hidden_size, output_size);
        softmax = LogSoftmax(dim: 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        var hidden = zeros(input.shape[1], hidden_size, dtype: input.dtype);
        for (var t = 0; t < input.shape[0]; t++)
            hidden = tanh(i2h.call(input[t]) + h2h.call(hidden));
        return softmax.call(h2o.call(hidden));
    }
}
