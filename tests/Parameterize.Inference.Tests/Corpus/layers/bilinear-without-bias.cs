// right: _w Input, _b Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Bilinear _b;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _b = Bilinear(5, width, 3, hasBias: false);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
