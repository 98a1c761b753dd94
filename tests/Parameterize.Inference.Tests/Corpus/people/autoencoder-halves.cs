// right: encoder.0 Input, encoder.2 Hidden, encoder.4 Hidden, decoder.0 Hidden, decoder.2 Hidden, decoder.4 Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> encoder, decoder;
    public M([Width] int hidden, int inputs = 784) : base("Autoencoder")
    {
        encoder = Sequential(Linear(inputs, hidden), ReLU(), Linear(hidden, hidden / 2), ReLU(), Linear(hidden / 2,
            hidden / 4));
        decoder = Sequential(Linear(hidden / 4, hidden / 2), ReLU(), Linear(hidden / 2, hidden), ReLU(), Linear(hidden, inputs),
            Sigmoid());
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => decoder.call(encoder.call(x));
}
