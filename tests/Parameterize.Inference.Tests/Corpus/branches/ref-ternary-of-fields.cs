// right: inp Input, mid Hidden, outp Output
// may be refused
public class C { public long V; }
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear inp, mid, outp;
    public M([Width] long width) : base("M")
    {
        var s = new C { V = 16 }; var t = new C { V = 16 }; ref long r = ref (width > 0 ? ref s.V : ref t.V); r = 2 * width; var h = s.V;
        inp = Linear(5, width);
        mid = Linear(width, h);
        outp = Linear(width, 3);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => x;
}
