// right: layers.0 Input, layers.1 Hidden, layers.2 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly ModuleList<Linear> layers = new();
    public M([Width] long hidden, long inDim = 4, int num_layers = 3, long outDim = 3) : base("MLP")
    {
        for (int i = 0; i < num_layers; i++)
            layers.Add(Linear(i == 0 ? inDim : hidden, i == num_layers - 1 ? outDim : hidden));
        InitializeParameters(hidden);
    }

    public override Tensor forward(Tensor x)
    {
        for (int i = 0; i < layers.Count; i++)
        {
            x = Layers(i, x);
            if (i < layers.Count - 1)
                x = functional.relu(x);
        }

        return x;
    }
}
