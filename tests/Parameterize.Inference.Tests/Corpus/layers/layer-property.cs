// right: _w Input, <A>k__BackingField Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private Linear A { get; }

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        A = Linear(width, 4 * width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
