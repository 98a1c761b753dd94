// right: _in Input, _mid Hidden, _out Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        _out = Linear(width, 3);
        long h = 16;
        unsafe { long* p = &h; *p = 4 * width; }
        _mid = Linear(width, h);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
