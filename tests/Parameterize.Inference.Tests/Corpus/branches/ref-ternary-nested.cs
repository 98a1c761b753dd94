// right: inp Input, mid Hidden, outp Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear inp, mid, outp;
    public M([Width] long width) : base("M")
    {
        long a = 16, b = 16, c = 16; ref long r = ref (width > 0 ? ref (width > 1 ? ref a : ref b) : ref c); r = 2 * width; var h = a;
        inp = Linear(5, width);
        mid = Linear(width, h);
        outp = Linear(width, 3);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => x;
}
