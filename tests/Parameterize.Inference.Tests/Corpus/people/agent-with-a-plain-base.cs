// right: l1 Input, l2 Hidden, l3 Output
// must be right
public abstract class Agent : Module<Tensor, Tensor>
{
    protected readonly int observations, actions;
    protected Agent(string name, int observations, int actions) : base(name) { this.observations = observations; this.actions = actions; }
    protected static Module<Tensor, Tensor> Activation() => Tanh();
}
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Agent
{
    private readonly Linear l1, l2, l3;
    private readonly Module<Tensor, Tensor> act;
    public M([Width] int hidden, int obs = 4, int acts = 2) : base("Q", obs, acts)
    {
        l1 = Linear(observations, hidden);
        l2 = Linear(hidden, hidden);
        l3 = Linear(hidden, actions);
        act = Activation();
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => L3(act.call(L2(act.call(L1(x)))));
}
