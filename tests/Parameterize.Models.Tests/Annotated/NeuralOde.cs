using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>A network as the right side of an equation, integrated by Runge and Kutta's rule.</summary>
[Parameterize(BaseWidth = 8)]
public partial class NeuralOde : Module<Tensor, Tensor>
{
    private readonly Linear encode;
    private readonly OdeFunc func;
    private readonly Linear decode;

    public NeuralOde(long dataDim, [Width] long hiddenDim) : base("NeuralOde")
    {
        encode = Linear(dataDim, hiddenDim);
        func = new OdeFunc(hiddenDim);
        decode = Linear(hiddenDim, dataDim);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        var y = Encode(x);
        const double h = 0.25;
        for (var step = 0; step < 4; step++)
        {
            var k1 = func.call(y);
            var k2 = func.call(y + h / 2 * k1);
            var k3 = func.call(y + h / 2 * k2);
            var k4 = func.call(y + h * k3);
            y = y + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
        }

        return Decode(y);
    }
}

/// <summary>The right side.</summary>
[Parameterize(BaseWidth = 8)]
public partial class OdeFunc : Module<Tensor, Tensor>
{
    private readonly Sequential net;

    public OdeFunc([Width] long dim) : base("OdeFunc")
    {
        net = Sequential(Linear(dim, dim), Tanh(), Linear(dim, dim));
        foreach (var m in net.modules())
        {
            if (m is Linear linear)
            {
                init.normal_(linear.weight, mean: 0, std: 0.1);
                init.constant_(linear.bias!, 0);
            }
        }

        InitializeParameters();
    }

    public override Tensor forward(Tensor y) => net.call(y);
}
