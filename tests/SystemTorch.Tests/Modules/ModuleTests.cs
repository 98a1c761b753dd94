using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SystemTorch.Tests.Modules;

public class ModuleTests
{
    [Fact]
    public void Fields_are_registered_private_and_inherited_ones_included()
    {
        using var module = new Derived();
        Assert.Equal(
            ["own", "scale", "first.weight", "first.bias", "list.0.weight", "list.1.weight", "more.0", "inner.a.weight", "inner.b.weight"],
            module.named_parameters().Select(entry => entry.name).OrderBy(Position));
        Assert.Equal(["table"], module.named_buffers().Select(entry => entry.name));
        Assert.Equal(10, module.state_dict().Count);
        Assert.Equal(["first", "list", "more", "inner"], module.named_children().Select(entry => entry.name).OrderBy(Position));
        Assert.Contains("inner.a", module.named_modules().Select(entry => entry.name));
        Assert.Same(module.First.weight, module.get_parameter("first.weight"));
        Assert.NotNull(module.get_buffer("table"));
        Assert.Null(module.get_parameter("first.nothing"));
    }

    [Fact]
    public void Bad_names_are_refused()
    {
        using var module = new Derived();
        Assert.Throws<ArgumentException>(() => module.register_module("a.b", Linear(1, 1)));
        Assert.Throws<ArgumentException>(() => module.register_module("", Linear(1, 1)));
        Assert.Throws<InvalidOperationException>(() => module.register_module("first", Linear(1, 1)));
        Assert.Throws<InvalidOperationException>(() => module.register_parameter("own", Parameter(zeros(1))));
    }

    [Fact]
    public void Train_eval_apply_and_zero_grad_reach_everything()
    {
        using var module = new Derived();
        module.eval();
        Assert.All(module.modules(), inner => Assert.False(inner.training));
        module.train();
        Assert.True(module.First.training);
        var names = new List<string>();
        module.apply(inner => names.Add(inner.GetName()));
        Assert.Equal("Derived", names[^1]);
        module.call(ones(1, 2)).sum().backward();
        Assert.NotNull(module.First.weight.grad);
        module.zero_grad();
        Assert.Null(module.First.weight.grad);
    }

    [Fact]
    public void Call_runs_hooks_and_forward_does_not()
    {
        using var module = new Derived();
        var input = ones(1, 2);
        using var expected = module.forward(input);
        var remover = module.register_forward_hook((_, _, output) => output * 2);
        module.register_forward_pre_hook((_, x) => x * 1);
        Assert.True(module.call(input).allclose(expected * 2));
        Assert.True(module.forward(input).allclose(expected));
        remover.remove();
        Assert.True(module.call(input).allclose(expected));
    }

    [Fact]
    public void Conversion_makes_new_parameters_in_the_fields_too()
    {
        using var module = new Derived();
        var before = module.First.weight;
        var values = before.clone();
        Assert.Same(module, module.to(ScalarType.Float64));
        Assert.True(before.IsInvalid);
        Assert.Same(module.First.weight, module.get_parameter("first.weight"));
        Assert.True(module.First.weight.to_type(ScalarType.Float32).allclose(values));
        Assert.All(
            module.parameters(),
            parameter => Assert.True(parameter is { dtype: ScalarType.Float64, is_leaf: true, requires_grad: true }));
        Assert.Equal(ScalarType.Float64, module.get_buffer("table")!.dtype);
        Assert.Equal(ScalarType.Float64, module.call(ones(1, 2, ScalarType.Float64)).dtype);
        var after = module.First.weight;
        module.to(ScalarType.Float64).to(CPU);
        Assert.Same(after, module.First.weight);
    }

    private static int Position(string name) =>
        Array.IndexOf(["own", "scale", "first", "list", "more", "inner"], name.Split('.')[0]);

    private class Base : Module<Tensor, Tensor>
    {
        private readonly Sequential inner = Sequential(("a", Linear(2, 2, hasBias: false)), ("b", Linear(2, 2, hasBias: false)));

        protected Base() : base("Derived")
        {
        }

        public override Tensor forward(Tensor input) => inner.call(input);
    }

    private sealed class Derived : Base
    {
        [ComponentName(Name = "own")]
        private readonly Parameter named = Parameter(ones(1));
        private readonly Parameter scale = Parameter(ones(1));
        private readonly Tensor table = ones(3);
        private readonly Linear first = Linear(2, 2);
        private readonly ModuleList<Linear> list = ModuleList(Linear(2, 2, hasBias: false), Linear(2, 2, hasBias: false));
        private readonly ParameterList more = ParameterList(Parameter(zeros(2)));

        public Derived() => RegisterComponents();

        public Linear First => first;

        public override Tensor forward(Tensor input) => base.forward(list[0].call(first.call(input)) * scale * named + table[0] + more[0]);
    }
}
