// right: _in Input, _mid Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        var c = new Cfg();
        new Source(4 * width).Subscribe(new Seen(c));
        _mid = Linear(width, c.V);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public class Cfg { public long V = 16; }
public class Seen(Cfg c) : IObserver<long>
{
    public void OnNext(long v) => c.V = v;
    public void OnError(Exception e) { }
    public void OnCompleted() { }
}
public class Source(long v) : IObservable<long>
{
    public IDisposable Subscribe(IObserver<long> o) { o.OnNext(v); return null!; }
}
