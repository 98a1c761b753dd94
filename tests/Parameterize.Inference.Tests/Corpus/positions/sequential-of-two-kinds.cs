// right: _in Input, _s.0 Hidden, _s.2 Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in;
    private readonly Sequential _s;

    public M([Width] long width, bool deep = true) : base("M")
    {
        _in = Linear(3, width);
        _s = deep ? Sequential(Linear(width, width), ReLU(), Linear(width, 10)) : Sequential(Linear(width, 10));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
