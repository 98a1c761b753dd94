// right: _w Input, _skip Hidden, _p Hidden
// must be right
#nullable disable
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _skip;
    private readonly Linear _gone;
    private readonly ModuleList<Linear> _no;
    [Hidden(FanIn = 1, FanOut = 0)] private readonly Parameter _p;
    private readonly Linear _w;

    public M([Width] long width, bool skips = true, bool gates = false) : base("M")
    {
        if (gates)
        {
            _gone = Linear(width, width);
            _no = new ModuleList<Linear>(Linear(width, width));
        }

        if (skips) _skip = Linear(width, width);
        _p = skips ? new Parameter(ones(width, width)) : null;
        _w = Linear(3, width);
        InitializeParameters(manual_seed(1));
    }

    public override Tensor forward(Tensor x) => x;
}
