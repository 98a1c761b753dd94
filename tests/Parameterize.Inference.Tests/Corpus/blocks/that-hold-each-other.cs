// right: _w Input, _a._l Hidden, _a._b._l Hidden, _a._b._a._l Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly First _a;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _a = new First(width, 2);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

[Parameterize(BaseWidth = 4)]
public partial class First : Module<Tensor, Tensor>
{
    private readonly Linear _l;
    private readonly Second? _b;

    public First([Width] long width, int depth) : base("First")
    {
        _l = Linear(width, width);
        if (depth > 0) _b = new Second(2 * width, depth - 1);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

[Parameterize(BaseWidth = 4)]
public partial class Second : Module<Tensor, Tensor>
{
    private readonly Linear _l;
    private readonly First? _a;

    public Second([Width] long width, int depth) : base("Second")
    {
        _l = Linear(width, 3 * width);
        if (depth > 0) _a = new First(width, depth - 1);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
