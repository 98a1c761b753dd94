// right: _m.0 Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential _m;

    public M([Width] long width) : base("M")
    {
        _m = Sequential(Linear(width, width));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

