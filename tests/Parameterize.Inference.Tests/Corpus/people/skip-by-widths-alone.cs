// right: _in Input, _out Output, _blocks.0._fc Hidden, _blocks.1._fc Hidden, _blocks.1._skip Hidden, _blocks.2._fc Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _out;
    private readonly ModuleList<Residual> _blocks;
    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        _blocks = ModuleList(new Residual(width, width), new Residual(width, 2 * width), new Residual(2 * width, 2 * width));
        _out = Linear(2 * width, 3);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x)
    {
        x = In(x);
        foreach (var b in _blocks) x = b.call(x);
        return Out(x);
    }
}
[Parameterize(BaseWidth = 8)]
public partial class Residual : Module<Tensor, Tensor>
{
    private readonly Linear _fc;
    private readonly Linear? _skip;
    public Residual([Width] long from, [Width] long to) : base("Residual")
    {
        _fc = Linear(from, to);
        if (from != to) _skip = Linear(from, to, hasBias: false);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => functional.relu(Fc(x)) + (_skip is null ? x : Skip(x));
}
