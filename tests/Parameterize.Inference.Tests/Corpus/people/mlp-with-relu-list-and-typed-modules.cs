// right: layers.0 Input, layers.2 Hidden, layers.4 Hidden, layers.6 Hidden, layers.8 Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly ModuleList<Module<Tensor, Tensor>> layers = new();
    public M([Width] int width, int n = 3, int inDim = 8, int outDim = 2) : base("M")
    {
        layers.Add(Linear(inDim, width));
        layers.Add(ReLU());
        for (var i = 0; i < n; i++)
        {
            layers.Add(Linear(width, width));
            layers.Add(ReLU());
        }

        layers.Add(Linear(width, outDim));
        foreach (var layer in layers)
            if (layer is Linear linear)
            {
                init.kaiming_uniform_(linear.weight);
                init.zeros_(linear.bias);
            }

        InitializeParameters(width);
    }

    public override Tensor forward(Tensor x)
    {
        foreach (var l in layers)
            x = l.call(x);
        return x;
    }
}
