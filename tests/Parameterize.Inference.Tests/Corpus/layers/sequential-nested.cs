// right: _w Input, _s.0.0 Input, _s.1 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Sequential _s;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _s = Sequential(Sequential(Linear(5, width), ReLU()), Linear(width, 3));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
