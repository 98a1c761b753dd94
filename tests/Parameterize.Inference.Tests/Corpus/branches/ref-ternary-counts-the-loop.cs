// right: inp Input, mid Hidden, outp Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear inp, mid, outp;
    public M([Width] long width) : base("M")
    {
        int i = 0, j = 0; long h = 0; while (i < 3) { h += width; (h > 0 ? ref i : ref j)++; }
        inp = Linear(5, width);
        mid = Linear(width, h);
        outp = Linear(width, 3);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => x;
}
