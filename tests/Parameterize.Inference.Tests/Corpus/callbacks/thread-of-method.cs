// right: _in Input, _mid Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;
    private long _w, _h = 16;
    private void Run() => _h = 4 * _w;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        _w = width;
        var t = new System.Threading.Thread(Run);
        t.Start();
        t.Join();
        _mid = Linear(width, _h);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public class Cfg { public long V = 16; }
