// right: _w Input, _c Input
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Conv1d _c;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        var d = new Dictionary<string, long> { ["g"] = width };
        _c = Conv1d(width, width, 3, groups: d["g"]);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
