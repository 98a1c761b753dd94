// right: lstm1.weight_ih Input, lstm1.weight_hh Hidden, lstm2.weight_ih Hidden, lstm2.weight_hh Hidden, linear Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly LSTMCell lstm1, lstm2;
    private readonly Linear linear;
    private readonly long hidden;
    public M([Width] long hidden) : base("Sequence")
    {
        this.hidden = hidden;
        lstm1 = LSTMCell(1, hidden);
        lstm2 = LSTMCell(hidden, hidden);
        linear = Linear(hidden, 1);
        InitializeParameters();
    }

    public override Tensor forward(Tensor input)
    {
        var outs = new List<Tensor>();
        var h = torch.zeros(input.size(0), hidden);
        var c = torch.zeros(input.size(0), hidden);
        var h2 = h.clone();
        var c2 = c.clone();
        foreach (var t in input.split(1, 1))
        {
            (h, c) = lstm1.call(t, (h, c));
            (h2, c2) = lstm2.call(h, (h2, c2));
            outs.Add(LinearForward(h2));
        }

        return torch.cat(outs, 1);
    }
}
