// right: _l.0 Input, _l.1 Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly ModuleList<Linear> _l = new();

    public M([Width] long hidden, int narrow = 0, int wide = 1) : base("M")
    {
        long size = 4;
        for (var i = 0; i < narrow; i++) { _l.Add(Linear(size, 7)); size = 7; }
        for (var i = 0; i < wide; i++) { _l.Add(Linear(size, hidden)); size = hidden; }
        _l.Add(Linear(size, 3));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
