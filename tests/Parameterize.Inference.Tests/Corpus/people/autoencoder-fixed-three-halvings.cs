// right: encoder.0 Input, encoder.2 Hidden, encoder.4 Hidden, encoder.6 Output, decoder.0 Input, decoder.2 Hidden, decoder.4 Hidden
// right: decoder.6 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential encoder, decoder;
    public M([Width] int hidden, int input_dim = 784) : base("AE")
    {
        encoder = Sequential(Linear(input_dim, hidden), ReLU(), Linear(hidden, hidden / 2), ReLU(), Linear(hidden / 2,
            hidden / 4), ReLU(), Linear(hidden / 4, 3));
        decoder = Sequential(Linear(3, hidden / 4), ReLU(), Linear(hidden / 4, hidden / 2), ReLU(), Linear(hidden / 2, hidden),
            ReLU(), Linear(hidden, input_dim), Sigmoid());
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => decoder.call(encoder.call(x));
}
