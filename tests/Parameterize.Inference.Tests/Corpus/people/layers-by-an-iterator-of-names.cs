// right: model.u1_conv Input, model.u1_bn Vector, model.u2_conv Hidden, model.u2_bn Vector, model.u3_conv Hidden, model.u3_bn Vector
// right: model.out Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential model;
    public M([Width] int ngf, int nz = 10, int nc = 3) : base("G")
    {
        IEnumerable<(string, Module<Tensor, Tensor>)> Up(string name, int from, int to, int stride, int pad)
        {
            yield return ($"{name}_conv", ConvTranspose2d(from, to, 4, stride: stride, padding: pad, bias: false));
            yield return ($"{name}_bn", BatchNorm2d(to));
            yield return ($"{name}_act", ReLU(true));
        }
        var parts = new List<(string, Module<Tensor, Tensor>)>();
        parts.AddRange(Up("u1", nz, ngf * 4, 1, 0));
        parts.AddRange(Up("u2", ngf * 4, ngf * 2, 2, 1));
        parts.AddRange(Up("u3", ngf * 2, ngf, 2, 1));
        parts.Add(("out", ConvTranspose2d(ngf, nc, 4, stride: 2, padding: 1, bias: false)));
        parts.Add(("tanh", Tanh()));
        model = Sequential(parts);
        InitializeParameters(ngf);
    }
    public override Tensor forward(Tensor x) => model.call(x);
}
