// right: _w Input, _p Input
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    [Input(FanIn = 0, FanOut = 1)] private readonly Parameter _p;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        var size = new[] { 5, width };
        _p = new Parameter(zeros(size));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
