// right: net.0 Input, net.1 Vector, net.3 Hidden, net.4 Vector, net.6 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private static readonly Dictionary<string, Func<Module<Tensor, Tensor>>> Activations = new()
    {
        ["relu"] = () => ReLU(),
        ["gelu"] = () => GELU()
    };
    private readonly Sequential net;
    public M([Width] long width, string activation = "relu", bool norm = true) : base("M")
    {
        Module<Tensor, Tensor> Act() => Activations[activation]();
        Module<Tensor, Tensor> NormOf(long d) => norm ? LayerNorm(d) : Identity();
        net = Sequential(Linear(5, width), NormOf(width), Act(), Linear(width, 2 * width), NormOf(2 * width), Act(),
            Linear(2 * width, 1));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => net.call(x);
}
