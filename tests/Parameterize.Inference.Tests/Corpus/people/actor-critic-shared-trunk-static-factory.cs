// right: trunk.0 Input, trunk.2 Hidden, actor Output, critic Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, (Tensor, Tensor)>
{
    private readonly Sequential trunk;
    private readonly Linear actor, critic;
    public static M Make(long width) => Create(obsDim: 6, actDim: 3, hidden: width);
    public static M Create(int obsDim, int actDim, long hidden) => new(obsDim, actDim, hidden);
    private M(int obs, int act, [Width] long hidden) : base(nameof(M))
    {
        trunk = Sequential(Mlp(new[] { obs, hidden, hidden }, ReLU()).ToArray());
        actor = Linear(hidden, act);
        critic = Linear(hidden, 1);
        InitializeParameters();
    }

    private static IEnumerable<Module<Tensor, Tensor>> Mlp(long[] sizes, Module<Tensor, Tensor> activation)
    {
        for (int j = 0; j < sizes.Length - 1; j++)
        {
            yield return Linear(sizes[j], sizes[j + 1]);
            yield return ReLU();
        }
    }

    public override (Tensor, Tensor) forward(Tensor x)
    {
        var h = trunk.call(x);
        return (functional.softmax(Actor(h), -1), Critic(h));
    }
}
