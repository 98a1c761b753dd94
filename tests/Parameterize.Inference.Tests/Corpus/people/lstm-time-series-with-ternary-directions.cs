// right: lstm.weight_ih_l0 Input, lstm.weight_hh_l0 Hidden, lstm.weight_ih_l1 Hidden, lstm.weight_hh_l1 Hidden, linear Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly LSTM lstm;
    private readonly Linear linear;
    private readonly int num_layers;
    private readonly long hidden_size;
    public M([Width] long hidden_size, long input_size = 1, int num_layers = 2, long output_size = 1,
        bool bidirectional = false) : base("LSTMForecast")
    {
        this.hidden_size = hidden_size;
        this.num_layers = num_layers;
        lstm = LSTM(input_size, hidden_size, num_layers, batchFirst: true, bidirectional: bidirectional);
        linear = Linear(hidden_size * (bidirectional ? 2 : 1), output_size);
        InitializeParameters(hidden_size: hidden_size);
    }

    public override Tensor forward(Tensor x)
    {
        var h0 = zeros(num_layers, x.size(0), hidden_size);
        var c0 = zeros(num_layers, x.size(0), hidden_size);
        var(o, _, _) = lstm.call(x, (h0, c0));
        return Linear1(o.select(1, -1));
    }

    private Tensor Linear1(Tensor x) => LinearForward(x);
}
