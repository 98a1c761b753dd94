// right: dec.0 Input, dec.2 Hidden, dec.3 Vector, dec.5 Hidden, dec.6 Vector, dec.8 Hidden, dec.9 Vector, dec.11 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential dec;
    public M([Width] int ch) : base("Dec")
    {
        var layers = new List<Module<Tensor, Tensor>> { Linear(5, 8 * ch * 4 * 4), Unflatten(1, new long[] { 8 * ch, 4, 4 }) };
        for (var c = 8 * ch; c > ch; c /= 2)
        {
            layers.Add(ConvTranspose2d(c, c / 2, 4, stride: 2, padding: 1));
            layers.Add(BatchNorm2d(c / 2));
            layers.Add(ReLU());
        }
        layers.Add(Conv2d(ch, 3, 3, padding: 1));
        dec = Sequential(layers);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => dec.call(x);
}
