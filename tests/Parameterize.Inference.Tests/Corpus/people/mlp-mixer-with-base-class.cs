// right: stem Input, mixer.0.norm Vector, mixer.0.up Finite, mixer.0.down Finite, mixer.1.norm Vector, mixer.1.up Hidden
// right: mixer.1.down Hidden, mixer.2.norm Vector, mixer.2.up Finite, mixer.2.down Finite, mixer.3.norm Vector, mixer.3.up Hidden
// right: mixer.3.down Hidden, mixer.4.norm Vector, mixer.4.up Finite, mixer.4.down Finite, mixer.5.norm Vector, mixer.5.up Hidden
// right: mixer.5.down Hidden, norm Vector, head Output
// must be right
public abstract class ResidualBase : Module<Tensor, Tensor>
{
    protected ResidualBase(string name) : base(name)
    {
    }

    protected abstract Tensor Inner(Tensor x);
    public override Tensor forward(Tensor x) => x + Inner(x);
}

[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Conv2d stem;
    private readonly Sequential mixer;
    private readonly LayerNorm norm;
    private readonly Linear head;
    public M([Width] int hidden_dim, int num_patches = 4, int depth = 3, int classes = 5) : base("Mixer")
    {
        stem = Conv2d(3, hidden_dim, 4, stride: 4);
        var blocks = new Module<Tensor, Tensor>[2 * depth];
        for (int i = 0; i < depth; i++)
        {
            blocks[2 * i] = new TokenMix(hidden_dim, num_patches);
            blocks[2 * i + 1] = new ChannelMix(hidden_dim);
        }

        mixer = Sequential(blocks);
        norm = LayerNorm(hidden_dim);
        head = Linear(hidden_dim, classes);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => Head(norm.call(mixer.call(Stem(x).flatten(2).transpose(1,
        2))).mean(new long[] { 1 }));
}

[Parameterize(BaseWidth = 8)]
public partial class TokenMix : ResidualBase
{
    private readonly LayerNorm norm;
    private readonly Linear up, down;
    public TokenMix([Width] int dim, int patches) : base("TokenMix")
    {
        norm = LayerNorm(dim);
        up = Linear(patches, 2 * patches);
        down = Linear(2 * patches, patches);
        InitializeParameters(dim);
    }

    protected override Tensor Inner(Tensor x) => Down(functional.gelu(Up(norm.call(x).transpose(1, 2)))).transpose(1, 2);
}

[Parameterize(BaseWidth = 8)]
public partial class ChannelMix : ResidualBase
{
    private readonly LayerNorm norm;
    private readonly Linear up, down;
    public ChannelMix([Width] int dim) : base("ChannelMix")
    {
        norm = LayerNorm(dim);
        up = Linear(dim, 4 * dim);
        down = Linear(4 * dim, dim);
        InitializeParameters();
    }

    protected override Tensor Inner(Tensor x) => Down(functional.gelu(Up(norm.call(x))));
}
