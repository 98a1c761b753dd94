// right: _w Input, _m Hidden
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Module<Tensor, Tensor> _m;
    public static M Make(long width) => new(width, Linear(width, width));

    public M([Width] long width, Module<Tensor, Tensor> given) : base("M")
    {
        _w = Linear(3, width);
        _m = given;
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

