// right: _w Input, _u._down Hidden, _u._up Hidden, _u._inside._down Hidden, _u._inside._up Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Level _u;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _u = new Level(width, 1);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

[Parameterize(BaseWidth = 4)]
public partial class Level : Module<Tensor, Tensor>
{
    private readonly Linear _down, _up;
    private readonly Level? _inside;

    public Level([Width] long width, int depth) : base("Level")
    {
        _down = Linear(width, 2 * width);
        _up = Linear(2 * width, width);
        if (depth > 0) _inside = new Level(2 * width, depth - 1);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
