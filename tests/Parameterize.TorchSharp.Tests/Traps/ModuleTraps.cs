using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.TorchSharp.Tests.Traps;

/// <summary>What TorchSharp's modules register, replace and dispose of.</summary>
public class ModuleTraps
{
    [Fact]
    public void Conversion_replaces_parameters_and_leaves_an_optimizer_behind()
    {
        using var layer = Linear(2, 2);
        var before = layer.weight!;
        using var optimizer = optim.Adam(layer.parameters());
        layer.to(ScalarType.Float64);
        Trap.IsStillThere(!ReferenceEquals(before, layer.weight) && before.IsInvalid, "parameters found by name whenever they are needed");

        layer.call(ones(1, 2, float64)).sum().backward();
        Trap.IsStillThere(
            Record.Exception(() => optimizer.step()) is KeyNotFoundException, "the warning on a move after the optimizer was built");
    }

    [Fact]
    public void Weight_of_an_embedding_is_another_object_each_time()
    {
        using var layer = Embedding(3, 2);
        Trap.IsStillThere(
            !ReferenceEquals(layer.weight, layer.named_parameters().Single().parameter),
            "matching tensors of a table by name, not as objects");
    }

    [Fact]
    public void Second_registration_finds_nothing_new()
    {
        using var module = new Late();
        Trap.IsStillThere(!module.named_parameters().Any(), "the error on RegisterComponents in a base class");
    }

    [Fact]
    public void Arrays_and_lists_are_overlooked()
    {
        using var module = new Holders();
        Trap.IsStillThere(!module.named_parameters().Any(), "TorchSupport.RegisterList");
    }

    [Fact]
    public void Property_registers_under_the_name_of_its_field()
    {
        using var module = new WithProperty();
        Trap.IsStillThere(
            module.named_parameters().First().name == "<Layer>k__BackingField.weight", "the names of properties in generated tables");
    }

    [Fact]
    public void Scope_disposes_of_an_embedding_that_outlives_it()
    {
        Embedding layer;
        using (NewDisposeScope())
        {
            layer = Embedding(3, 2);
        }

        Trap.IsStillThere(!layer.named_parameters().Any(), "DetachFromDisposeScope in TorchSupport.Initialize");
    }

    [Fact]
    public void Bias_given_to_itself_is_disposed()
    {
        using var layer = Linear(2, 2);
        layer.bias = layer.bias;
        Trap.IsStillThere(layer.bias!.IsInvalid, "writing into parameters in place of assigning them");
    }

    private abstract class Early : Module<Tensor, Tensor>
    {
        protected Early() : base(nameof(Early)) => RegisterComponents();

        public override Tensor forward(Tensor input) => input;
    }

    private sealed class Late : Early
    {
        private readonly Linear _layer;

        public Late()
        {
            _layer = Linear(1, 1);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => _layer.call(input);
    }

    private sealed class Holders : Module<Tensor, Tensor>
    {
        private readonly Linear[] _array = [Linear(1, 1)];
        private readonly List<Linear> _list = [Linear(1, 1)];

        public Holders() : base(nameof(Holders)) => RegisterComponents();

        public override Tensor forward(Tensor input) => _array[0].call(_list[0].call(input));
    }

    private sealed class WithProperty : Module<Tensor, Tensor>
    {
        public WithProperty() : base(nameof(WithProperty))
        {
            Layer = Linear(1, 1);
            RegisterComponents();
        }

        private Linear Layer { get; }

        public override Tensor forward(Tensor input) => Layer.call(input);
    }
}
