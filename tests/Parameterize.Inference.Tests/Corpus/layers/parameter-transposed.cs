// right: _w Input, _p Input
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    [Input(FanIn = 0, FanOut = 1)] private readonly Parameter _p;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _p = new Parameter(randn(width, 5).t());
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
