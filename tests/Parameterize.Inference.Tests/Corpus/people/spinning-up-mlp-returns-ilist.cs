// right: q.0 Input, q.2 Hidden, q.4 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential q;
    public M([Width] long hidden, long obs_dim = 3, long act_dim = 2) : base("QFunction")
    {
        long[] hidden_sizes = [hidden, hidden];
        q = Build([obs_dim + act_dim, ..hidden_sizes, 1]);
        InitializeParameters();
    }

    private static Sequential Build(long[] sizes)
    {
        var seq = Sequential();
        foreach (var(a, b)in sizes.Zip(sizes.Skip(1)))
        {
            seq.append(Linear(a, b));
            seq.append(ReLU());
        }

        return seq;
    }

    public override Tensor forward(Tensor x) => q.call(x);
}
