// right: _m.0 Input, _m.2.0 Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> _m;

    public M([Width] long width) : base("M")
    {
        _m = Sequential(Linear(3, width), GELU(), Sequential(Linear(width, width)));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

