// right: layers.0 Input, layers.1 Hidden, layers.2 Hidden, norms.0 Vector, norms.1 Vector, norms.2 Vector, output Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly ModuleList<Linear> layers = new();
    private readonly ModuleList<BatchNorm1d> norms = new();
    private readonly Linear output;
    public M([Width] long width, long inputs = 6, long outputs = 2) : base("M")
    {
        long previous = inputs;
        foreach (var m in new[]
        {
            1,
            2,
            1
        }

        )
        {
            layers.Add(Linear(previous, m * width));
            norms.Add(BatchNorm1d(m * width));
            previous = m * width;
        }

        output = Linear(previous, outputs);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        for (int i = 0; i < layers.Count; i++)
            x = functional.relu(norms[i].call(Layers(i, x)));
        return Output(x);
    }
}
