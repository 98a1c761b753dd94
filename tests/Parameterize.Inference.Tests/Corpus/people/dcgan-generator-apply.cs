// right: main.0 Input, main.1 Vector, main.3 Hidden, main.4 Vector, main.6 Hidden, main.7 Vector, main.9 Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential main;
    public M([Width] int ngf, int nz = 100, int nc = 3) : base("Generator")
    {
        main = Sequential(ConvTranspose2d(nz, ngf * 4, 4, 1, 0, bias: false), BatchNorm2d(ngf * 4), ReLU(true),
            ConvTranspose2d(ngf * 4, ngf * 2, 4, 2, 1, bias: false), BatchNorm2d(ngf * 2), ReLU(true), ConvTranspose2d(ngf * 2,
            ngf, 4, 2, 1, bias: false), BatchNorm2d(ngf), ReLU(true), ConvTranspose2d(ngf, nc, 4, 2, 1, bias: false), Tanh());
        RegisterComponents();
        apply(WeightsInit);
        InitializeParameters(ngf);
    }

    private static void WeightsInit(nn.Module m)
    {
        var classname = m.GetName();
        if (classname.Contains("Conv"))
        {
            if (m is ConvTranspose2d conv)
                init.normal_(conv.weight, 0.0, 0.02);
        }
        else if (classname.Contains("BatchNorm"))
        {
            if (m is BatchNorm2d bn)
            {
                init.normal_(bn.weight, 1.0, 0.02);
                init.zeros_(bn.bias);
            }
        }
    }

    public override Tensor forward(Tensor input) => main.call(input);
}
