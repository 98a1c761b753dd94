// right: layers.0 Input, layers.1 Hidden, layers.2 Output
// may be refused
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly ModuleList<Linear> layers;
    private readonly Sequential net;
    public M([Width] int w) : base("M")
    {
        layers = new ModuleList<Linear>(Linear(4, w), Linear(w, w), Linear(w, 2));
        net = Sequential(layers.ToArray());
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => net.call(x);
}
