// right: model.0 Input, model.2 Hidden, model.3 Vector, model.5 Hidden, model.6 Vector, model.8 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential model;
    private static IEnumerable<Module<Tensor, Tensor>> Block(long in_feat, long out_feat, bool normalize = true)
    {
        var layers = new List<Module<Tensor, Tensor>>
        {
            Linear(in_feat, out_feat)
        };
        if (normalize)
            layers.Add(BatchNorm1d(out_feat, 0.8));
        layers.Add(LeakyReLU(0.2, inplace: true));
        return layers;
    }

    public M([Width] long width, long latent_dim = 20, long img = 28 * 28) : base("Generator")
    {
        model = Sequential(Block(latent_dim, width, normalize: false).Concat(Block(width, 2 * width)).Concat(Block(2 * width,
            4 * width)).Append(Linear(4 * width, img)).Append(Tanh()).ToArray());
        InitializeParameters();
    }

    public override Tensor forward(Tensor z) => model.call(z).view(-1, 1, 28, 28);
}
