// right: _w Input, _g.weight_ih_l0 Output, _g.weight_hh_l0 Finite
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly LSTM _g;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _g = LSTM(hiddenSize: 16, inputSize: width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
