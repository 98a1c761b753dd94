// right: inp Input, outp Output, norm Vector
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear inp, outp;
    private readonly Module<Tensor, Tensor> proj, norm;
    public M([Width] int width, int? outDim = null, bool useNorm = true) : base("A")
    {
        inp = Linear(4, width);
        proj = outDim is int d && d != width ? Linear(width, d) : Identity();
        norm = useNorm ? LayerNorm(outDim ?? width) : Identity();
        outp = Linear(outDim ?? width, 2);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => Outp(norm.call(proj.call(Inp(x))));
}
