// right: _in Input, _s.0 Hidden, _s.2 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in;
    private readonly Sequential _s;

    public M([Width] long width, bool deep = true) : base("M")
    {
        _in = Linear(3, width);
        if (deep)
        {
            _s = Sequential(Linear(width, width), ReLU(), Linear(width, 10));
        }
        else
        {
            _s = Sequential(Linear(width, 2 * width), Tanh());
        }

        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
