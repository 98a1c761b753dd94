using Parameterize.Training.Tests.Models;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Checkpoints;

/// <summary>A folded state dict is that of the same network in plain code.</summary>
[Collection("torch")]
public sealed class FoldedStateDictTests
{
    private const long Width = 256;

    public static TheoryData<Gauge, double> Dials()
    {
        var dials = new TheoryData<Gauge, double>();
        foreach (var gauge in Enum.GetValues<Gauge>())
        {
            dials.Add(gauge, 0);
            dials.Add(gauge, 0.3);
            dials.Add(gauge, 0.5);
        }

        return dials;
    }

    [Theory]
    [MemberData(nameof(Dials))]
    public void Plain_code_gives_the_same_outputs(Gauge gauge, double richness)
    {
        using var model = Trained.A(Gauges.Build(gauge, Width, richness));
        using var plain = new PlainMlp(Width);

        plain.load_state_dict(Trained.Folded(model));

        Trained.AssertSame(Trained.Outputs(model), Trained.Outputs(plain));
    }

    [Fact]
    public void Ties_and_models_inside_are_folded_and_scales_reported()
    {
        using var model = new TiedModel(width: 128, depth: 4, richness: 0.5);
        using var plain = new UntiedModel(model.Parameterization.Scales);

        plain.load_state_dict(model.FoldedStateDict(pythonNames: true));

        var tokens = randint(20, [3, 7]);
        Trained.AssertSame(Checkpoint.Numbers(model.call(tokens)), Checkpoint.Numbers(plain.call(tokens)));
        Assert.Equal(
            ["_blocks.0.ResidualScale", "_blocks.1.ResidualScale", "_blocks.2.ResidualScale", "_blocks.3.ResidualScale"],
            model.Parameterization.Scales.Keys);
        Assert.Contains("_blocks.3.ResidualScale = 0.5", model.Parameterization.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void At_base_width_it_is_the_state_dict_itself()
    {
        using var model = new NeuralTangentMlp(64, 0.25);
        var before = Checkpoint.Numbers(model);

        var folded = model.FoldedStateDict();

        Assert.Equal(before.Keys, folded.Keys);
        Assert.All(folded, entry => Assert.Equal(before[entry.Key], Checkpoint.Numbers(entry.Value)));
    }

    [Fact]
    public void It_is_a_copy()
    {
        using var model = new LearningRateMlp(Width, 0.25);
        var before = Checkpoint.Numbers(model);

        foreach (var tensor in model.FoldedStateDict().Values)
        {
            Assert.False(tensor.requires_grad);
            tensor.zero_();
        }

        Assert.All(Checkpoint.Numbers(model), entry => Assert.Equal(before[entry.Key], entry.Value));
    }

    [Fact]
    public void What_is_held_twice_is_folded_under_both_names()
    {
        using var model = new SharedNet(32);
        Assert.NotEqual(1, model.Parameterization["_first._mix.weight"].Multiplier);

        var folded = model.FoldedStateDict();

        Assert.Equal(Checkpoint.Numbers(folded["_first._mix.weight"]), Checkpoint.Numbers(folded["_again._mix.weight"]));
        Assert.Equal(Checkpoint.Numbers(folded["_mixes.0.weight"]), Checkpoint.Numbers(folded["_mixes.1.weight"]));
    }

    [Fact]
    public void A_parameter_that_no_rule_knows_is_refused_by_name()
    {
        using var model = new NeuralTangentMlp(Width, 0.25);
        model.register_parameter("_late", new Parameter(zeros(3)));

        Assert.Contains(
            "'_late'", Assert.Throws<InvalidOperationException>(() => model.FoldedStateDict()).Message, StringComparison.Ordinal);
    }

    /// <summary>
    /// What <see cref="TiedModel"/> is without this library, with Python's names: an untied readout and a constant per block.
    /// </summary>
    private sealed class UntiedModel : Module<Tensor, Tensor>
    {
        private readonly IReadOnlyDictionary<string, double> _scales;
        [ComponentName(Name = "words")] private readonly Embedding _words = Embedding(20, 128);
        [ComponentName(
            Name = "blocks")] private readonly ModuleList<Block> _blocks = new([.. Enumerable.Range(0, 4).Select(_ => new Block())]);
        [ComponentName(Name = "readout")] private readonly Linear _readout = Linear(128, 20);

        public UntiedModel(IReadOnlyDictionary<string, double> scales)
            : base(nameof(UntiedModel))
        {
            _scales = scales;
            RegisterComponents();
        }

        public override Tensor forward(Tensor x)
        {
            var stream = _words.call(x);
            for (var i = 0; i < _blocks.Count; i++)
            {
                stream = stream + (_blocks[i].call(stream) * _scales[$"_blocks.{i}.ResidualScale"]);
            }

            return _readout.call(stream);
        }
    }

    private sealed class Block : Module<Tensor, Tensor>
    {
        [ComponentName(Name = "expand")] private readonly Linear _expand = Linear(128, 256);
        [ComponentName(Name = "contract")] private readonly Linear _contract = Linear(256, 128);

        public Block()
            : base(nameof(Block)) => RegisterComponents();

        public override Tensor forward(Tensor x) => _contract.call(functional.gelu(_expand.call(x)));
    }
}
