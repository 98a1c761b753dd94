// right: _w Input, _a Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly TorchSharp.Modules.Linear _a;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _a = torch.nn.Linear(width, 4 * width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
