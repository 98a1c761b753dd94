// right: _in Input, _mid Output, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        Cfg? last = null;
        var all = new List<Cfg>();
        for (var i = 0; i < 2; i++) { if (last is not null) last.V = 4 * width; last = new Cfg(); all.Add(last); }
        _mid = Linear(width, all[1].V);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public class Cfg { public long V = 16; }
