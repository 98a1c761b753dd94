// right: model.0 Input, model.2 Hidden, model.3 Vector, model.5 Hidden, model.6 Vector, model.8 Hidden, model.9 Vector
// right: model.11 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential model;
    public M([Width] int ndf, int input_nc = 3, int n_layers = 3) : base("NLayerDiscriminator")
    {
        int kw = 4, padw = 1;
        var sequence = new List<Module<Tensor, Tensor>>
        {
            Conv2d(input_nc, ndf, kw, stride: 2, padding: padw),
            LeakyReLU(0.2, true)
        };
        int nf_mult = 1, nf_mult_prev = 1;
        for (int n = 1; n < n_layers; n++)
        {
            nf_mult_prev = nf_mult;
            nf_mult = Math.Min(1 << n, 8);
            sequence.AddRange(new Module<Tensor, Tensor>[] { Conv2d(ndf * nf_mult_prev, ndf * nf_mult, kw, stride: 2,
                padding: padw, bias: false), BatchNorm2d(ndf * nf_mult), LeakyReLU(0.2, true) });
        }

        nf_mult_prev = nf_mult;
        nf_mult = Math.Min(1 << n_layers, 8);
        sequence.AddRange(new Module<Tensor, Tensor>[] { Conv2d(ndf * nf_mult_prev, ndf * nf_mult, kw, stride: 1, padding: padw,
            bias: false), BatchNorm2d(ndf * nf_mult), LeakyReLU(0.2, true) });
        sequence.Add(Conv2d(ndf * nf_mult, 1, kw, stride: 1, padding: padw));
        model = Sequential(sequence);
        InitializeParameters(ndf);
    }

    public override Tensor forward(Tensor x) => model.call(x);
}
