using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SystemTorch.Tests.Modules;

public class DictionaryTests
{
    [Fact]
    public void Parents_register_what_is_in_dictionaries_under_its_names()
    {
        using var owner = new Owner();
        Assert.Equal(
            ["layers.first.weight", "layers.last.weight", "scales.b", "scales.a"], owner.named_parameters().Select(entry => entry.name));
        owner.to(ScalarType.Float64);
        Assert.Same(owner.Scales["a"], owner.get_parameter("scales.a"));
        Assert.Equal(ScalarType.Float64, owner.Scales["a"].dtype);
        Assert.Equal(ScalarType.Float64, ((TorchSharp.Modules.Linear)owner.Layers["last"]).weight.dtype);
    }

    [Fact]
    public void Dictionaries_keep_the_order_and_refuse_duplicates()
    {
        var (one, two) = (ReLU(), Tanh());
        var modules = ModuleDict<Module>(("z", one), ("a", two));
        Assert.Equal(["z", "a"], modules.keys());
        Assert.Same(two, modules[1].Item2);
        Assert.Throws<ArgumentException>(() => modules.Add("z", two));
        modules["z"] = two;
        Assert.Same(two, modules["z"]);
        Assert.True(modules.Remove("z"));
        Assert.False(modules.ContainsKey("z"));
        Assert.True(modules.TryGetValue("a", out var found) && ReferenceEquals(found, two));
        Assert.Throws<KeyNotFoundException>(() => modules["z"]);
        using var parameters = ParameterDict(("p", Parameter(ones(2))), ("q", Parameter(ones(2))));
        Assert.Equal(1, parameters.IndexOf(("q", parameters["q"])));
        Assert.Equal(-1, parameters.IndexOf(("q", parameters["p"])));
        parameters.clear();
        Assert.Empty(parameters.values());
    }

    private sealed class Owner : Module
    {
        private readonly TorchSharp.Modules.ModuleDict<Module> layers;
        private readonly TorchSharp.Modules.ParameterDict scales;

        internal Owner() : base(nameof(Owner))
        {
            layers = ModuleDict<Module>(("first", Linear(2, 3, false)), ("last", Linear(3, 1, false)));
            scales = ParameterDict(("b", Parameter(ones(1))), ("a", Parameter(ones(1))));
            RegisterComponents();
        }

        internal TorchSharp.Modules.ModuleDict<Module> Layers => layers;

        internal TorchSharp.Modules.ParameterDict Scales => scales;
    }
}
