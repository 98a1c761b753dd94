// right: linear_relu_stack.lin_in Input, linear_relu_stack.lin1 Hidden, linear_relu_stack.lin2 Hidden
// right: linear_relu_stack.lin3 Hidden, linear_relu_stack.lin_out Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential linear_relu_stack;
    public M([Width] int hidden, int n_layers, int n_in = 4, int n_out = 2) : base("NeuralNetwork")
    {
        var stack = new List<(string, Module<Tensor, Tensor>)>();
        stack.Add(("lin_in", Linear(n_in, hidden)));
        stack.Add(("act_in", ReLU()));
        for (int l = 1; l <= n_layers; l++)
        {
            stack.Add(($"lin{l}", Linear(hidden, hidden)));
            stack.Add(($"act{l}", ReLU()));
        }

        stack.Add(("lin_out", Linear(hidden, n_out)));
        linear_relu_stack = Sequential(stack);
        InitializeParameters(hidden);
    }

    public static M Make(long w) => new((int)w, 3);
    public override Tensor forward(Tensor x) => linear_relu_stack.call(x.flatten(1));
}
