// right: _in Input, _mix Hidden, _out Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _out;
    [Hidden(FanIn = 1, FanOut = 0)]
    private readonly Parameter _mix;

    public M([Width] long width) : base("M")
    {
        var hidden = width + 12;
        _in = Linear(5, width);
        _mix = new Parameter(randn(hidden, width));
        _out = Linear(hidden, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
