// right: net.embed Input, net.mid Hidden, net.head Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly ModuleDict<Module<Tensor, Tensor>> net = new ModuleDict<Module<Tensor, Tensor>>();
    public M([Width] long width) : base("M")
    {
        net.Add(("embed", Linear(4, width)));
        net.Add(("act", ReLU()));
        net.Add(("mid", Linear(width, width)));
        net.Add(("head", Linear(width, 2)));
        InitializeParameters(width);
    }

    public override Tensor forward(Tensor x) => net["head"].call(net["mid"].call(net["act"].call(net["embed"].call(x))));
}
