// (block)

[Parameterize.Parameterize(BaseWidth = 64)]
public partial class Mlp : nn.Module<Tensor, Tensor>
{
    private readonly TorchSharp.Modules.Linear fc1;
    private readonly TorchSharp.Modules.Linear fc2;
    private readonly TorchSharp.Modules.Linear fc3;

    public Mlp(long inputs, [Parameterize.Width] long hidden, long classes) : base("Mlp")
    {
        fc1 = nn.Linear(inputs, hidden);
        fc2 = nn.Linear(hidden, hidden);
        fc3 = nn.Linear(hidden, classes);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        x = nn.functional.relu(Fc1(x));
        x = nn.functional.relu(Fc2(x));
        return Fc3(x);
    }
}
