// right: layers.0 Input, layers.1 Hidden, layers.2 Hidden, layers.3 Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly ModuleList<Linear> layers = new();
    public M([Width] long hidden, long inputs = 8, long outputs = 3) : base("MLP")
    {
        var sizes = new[]
        {
            inputs,
            hidden,
            hidden * 2,
            hidden,
            outputs
        };
        for (var i = 0; i < sizes.Length - 1; i++)
            layers.Add(Linear(sizes[i], sizes[i + 1]));
        InitializeParameters(hidden: hidden);
    }

    public override Tensor forward(Tensor x)
    {
        for (var i = 0; i < layers.Count; i++)
        {
            x = Layers(i, x);
            if (i < layers.Count - 1)
                x = functional.relu(x);
        }

        return x;
    }
}
