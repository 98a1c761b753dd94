// right: inp Input, mid Hidden, outp Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear inp, mid, outp;
    public M([Width] long width) : base("M")
    {
        var x = new[] { 16L, 16L }; ref long r = ref (width > 0 ? ref x[0] : ref x[1]); r = 2 * width; var h = x[0];
        inp = Linear(5, width);
        mid = Linear(width, h);
        outp = Linear(width, 3);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => x;
}
