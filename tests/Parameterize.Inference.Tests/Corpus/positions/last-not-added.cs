// right: _w Input, _l.0 Input, _l.1 Hidden
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Linear> _l = new();

    public M([Width] long width, int depth = 2) : base("M")
    {
        _w = Linear(3, width);
        for (var i = 0; i < depth; i++) _l.Add(Linear(i == 0 ? 5 : width, width));
        try
        {
            Fail();
            _l.Add(Linear(width, 3));
        }
        catch (InvalidOperationException)
        {
        }
        InitializeParameters();
    }

    private static void Fail() => throw new InvalidOperationException();

    public override Tensor forward(Tensor x) => x;
}
