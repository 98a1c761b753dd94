// right: model.0 Input
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential model;
    public M([Width] int nFilters, int channels = 1, int dimension = 16, int[]? ratios = null, string activation = "ELU") : base("SEANet")
    {
        ratios ??= new[] { 4, 2 };
        var mult = (int)Math.Pow(2, ratios.Length);
        var model = Sequential();
        model.append(Conv1d(dimension, mult * nFilters, 7, padding: 3));
        for (int i = 0; i < ratios.Length; i++)
        {
            model.append(GetActivation(activation));
            model.append(ConvTranspose1d(mult * nFilters, mult * nFilters / 2, kernel_size: ratios[i] * 2, stride: ratios[i]));
            mult /= 2;
        }
        model.append(GetActivation(activation));
        model.append(Conv1d(nFilters, channels, 7, padding: 3));
        this.model = model;
        InitializeParameters(nFilters);
    }
    private static Module<Tensor, Tensor> GetActivation(string name)
    {
        Module<Tensor, Tensor> act;
        switch (name)
        {
            case "GELU": act = GELU(); break;
            case "ReLU": act = ReLU(); break;
            case "ELU": act = ELU(1); break;
            default: throw new ArgumentException($"Activation '{name}' is not supported.");
        }
        return act;
    }
    public override Tensor forward(Tensor x) => model.call(x);
}
