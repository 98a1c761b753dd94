// right: _l.0 Finite
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly ModuleList<Linear> _l = new();

    public M([Width] long hidden, int depth = 2, bool stop = true) : base("M")
    {
        long size = 4;
        for (var i = 0; i < depth; i++) { if (stop) break; _l.Add(Linear(size, hidden)); size = hidden; }
        _l.Add(Linear(size, 3));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
