// right: main.initial Input, main.extra-0 Hidden, main.bn-0 Vector, main.extra-1 Hidden, main.bn-1 Vector, main.final Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential main;
    public M([Width] long ndf, int n_extra = 2, long nc = 3) : base("Critic")
    {
        main = Sequential();
        main.append("initial", Conv2d(nc, ndf, 4, 2, 1, bias: false));
        main.append("relu", LeakyReLU(0.2));
        for (var t = 0; t < n_extra; t++)
        {
            main.append($"extra-{t}", Conv2d(ndf, ndf, 3, 1, 1, bias: false));
            main.append($"bn-{t}", BatchNorm2d(ndf));
            main.append($"r-{t}", LeakyReLU(0.2));
        }

        main.append("final", Conv2d(ndf, 1, 4, 1, 0, bias: false));
        InitializeParameters(ndf);
    }

    public override Tensor forward(Tensor x) => main.call(x);
}
