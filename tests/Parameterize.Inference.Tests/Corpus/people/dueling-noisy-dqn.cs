// right: feature.0 Input, advantage.0 Hidden, advantage.2 Output, value.0 Hidden, value.2 Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential feature, advantage, value;
    public M([Width] long hidden, long obs = 8, long actions = 4) : base("Dueling")
    {
        feature = Sequential(Linear(obs, hidden), ReLU());
        advantage = Sequential(Linear(hidden, hidden), ReLU(), Linear(hidden, actions));
        value = Sequential(Linear(hidden, hidden), ReLU(), Linear(hidden, 1));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        var f = feature.call(x);
        var a = advantage.call(f);
        var v = value.call(f);
        return v + a - a.mean(new long[] { 1 }, keepdim: true);
    }
}
