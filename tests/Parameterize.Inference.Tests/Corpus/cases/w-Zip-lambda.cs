// right: _w Input, _ls.0 Input, _ls.1 Input
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Linear> _ls;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        var ins = new long[] { 5, 5 };
        var outs = new long[] { width, width };
        _ls = new ModuleList<Linear>(ins.Zip(outs, (i, o) => Linear(i, o)).ToArray());
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
