// right: model.0 Input, model.2 Hidden, model.4 Hidden, model.5 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private static readonly int[] Ratios = { 4, 2 };
    private readonly Sequential model;
    public M([Width] int nFilters, int channels = 1, int dimension = 16) : base("SEANet")
    {
        var mult = 1 << Ratios.Length;
        model = Sequential();
        model.append(Conv1d(dimension, mult * nFilters, 7, padding: 3));
        foreach (var ratio in Ratios)
        {
            model.append(ELU(1));
            model.append(ConvTranspose1d(mult * nFilters, mult * nFilters / 2, kernel_size: ratio * 2, stride: ratio));
            mult >>= 1;
        }
        model.append(Conv1d(nFilters, channels, 7, padding: 3));
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => model.call(x);
}
