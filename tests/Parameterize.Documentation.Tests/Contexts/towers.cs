using Parameterize;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

[Parameterize(BaseWidth = 64)]
public sealed partial class Towers : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear _left;
    private readonly Linear _right;

    // (block)
    {
        _left = Linear(32, width);
        _right = Linear(32, width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor a, Tensor b)
    {
        var (left, right) = (Left(a), Right(b));
        // (block)
    }
}

[Parameterize(BaseWidth = 64)]
public sealed partial class Factors : Module<Tensor, Tensor, Tensor>
{
    private readonly Embedding _users;
    private readonly Embedding _items;

    public Factors([DotWidth] long width) : base("Factors")
    {
        _users = Embedding(1000, width);
        _items = Embedding(1000, width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor u, Tensor i)
    {
        // (block)
    }
}
