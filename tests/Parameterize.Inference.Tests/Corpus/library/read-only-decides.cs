// right: _in Input, _mid Output, _out Output
// may be refused
// The initialiser is another assembly's: its value is not 0 because none is seen.
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        _mid = Linear(width, Lib.Dims.Chosen > 0 ? 16 : 4 * width);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
