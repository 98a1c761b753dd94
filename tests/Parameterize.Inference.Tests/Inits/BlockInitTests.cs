using System.Runtime.Loader;
using Parameterize.Inference.Tests.Oracle;
using TorchSharp;
using static TorchSharp.torch;

namespace Parameterize.Inference.Tests.Inits;

/// <summary>
/// A model that draws the layers of its annotated blocks by one <c>apply</c>, as GPT-2 and its kin do: held against sigma and the plain
/// class.
/// </summary>
[Collection(Seeded.Name)]
public sealed class BlockInitTests
{
    private const long Base = 64;

    private static readonly Lazy<Task<System.Reflection.Assembly>> s_models = new(Compiled);

    private static readonly Dictionary<string, string> s_forms = new()
    {
        ["constant"] =
            "apply(m => { if (m is Linear l) { init.normal_(l.weight, 0, 0.02); if (l.bias is not null) init.zeros_(l.bias); } else if "
                + "(m is Embedding e) init.normal_(e.weight, std: 0.02); });",
        ["fan-in"] = "apply(m => { if (m is Linear l) init.kaiming_normal_(l.weight); });",
        ["modules"] =
            "foreach (var m in modules()) { if (m is Linear l) init.trunc_normal_(l.weight, std: 0.02); else if (m is LayerNorm n) "
                + "init.constant_(n.weight, 0.5); }",
    };

    public static TheoryData<string, Gauge> Forms
    {
        get
        {
            TheoryData<string, Gauge> data = [];
            foreach (var form in s_forms.Keys)
            {
                data.Add(form, Gauge.NeuralTangent);
                data.Add(form, Gauge.LearningRate);
                data.Add(form, Gauge.TensorPrograms);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Has_the_std_of_the_rule(string form, Gauge gauge)
    {
        var type = (await s_models.Value).GetType($"{Text(form, gauge).Namespace}.M", throwOnError: true)!;
        var atBase = Built(type, Base);
        foreach (var width in new[] { 2 * Base, 4 * Base })
        {
            foreach (var (name, (std, sigma, count)) in Built(type, width).Where(tensor => tensor.Value.Count > 100))
            {
                // Six standard errors, of a sample at either width.
                var tolerance = 6 * (1 / Math.Sqrt(count) + 1 / Math.Sqrt(atBase[name].Count)) / Math.Sqrt(2);
                Assert.True(
                    Math.Abs(std - (atBase[name].Std * sigma)) <= tolerance * atBase[name].Std * sigma,
                    FormattableString.Invariant(
                        $"{form}, {gauge}: {name} at width {width} has std {std:G4}, wanted {atBase[name].Std:G4} times {sigma:G4}"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Has_the_bits_of_the_plain_class_at_base(string form, Gauge gauge)
    {
        var models = await s_models.Value;
        using var scaled = Make(models.GetType($"{Text(form, gauge).Namespace}.M", throwOnError: true)!, Base);
        using var plain = Make(models.GetType($"{Text(form, gauge).Namespace}.PlainM", throwOnError: true)!, Base);
        foreach (var ((name, mine), (_, theirs)) in scaled.named_parameters().Zip(plain.named_parameters()))
            Assert.True(mine.bytes.SequenceEqual(theirs.bytes), $"{form}: {name}");
    }

    private static Dictionary<string, (double Std, double Sigma, long Count)> Built(Type type, long width)
    {
        using var scope = NewDisposeScope();
        using var model = Make(type, width);
        var rows = ((IParameterizedModel)model).Parameterization;
        return model.named_parameters().ToDictionary(
            parameter => parameter.name,
            parameter =>
                (parameter.parameter.square().mean().sqrt().ToDouble(), rows[parameter.name].InitStd, parameter.parameter.numel()));
    }

    private static nn.Module Make(Type type, long width)
    {
        set_num_threads(1);
        manual_seed(5);
        return (nn.Module)Activator.CreateInstance(type, width)!;
    }

    private static async Task<System.Reflection.Assembly> Compiled()
    {
        var texts = s_forms.Keys.SelectMany(form =>
            new[] { Gauge.NeuralTangent, Gauge.LearningRate, Gauge.TensorPrograms }.Select(gauge => Text(form, gauge))).ToArray();
        var (image, others) = await Compiler.Compile(texts);
        Assert.True(others.Count == 0, string.Join("\n", others.Select(pair => $"{pair.Key}: {pair.Value}")));
        var warnings = await Compiler.Warnings(texts);
        Assert.True(warnings.Count == 0, string.Join("\n", warnings));
        return new AssemblyLoadContext("block inits").LoadFromStream(new MemoryStream(image));
    }

    private static ModelText Text(string form, Gauge gauge)
    {
        return new ModelText(
            "block inits", $"{form} {gauge}",
            Classes("", $"[Parameterize(BaseWidth = 64, Gauge = Gauge.{gauge})]\npublic sealed partial class", "InitializeParameters();")
                + Classes("Plain", "public sealed class", "RegisterComponents();"));

        string Classes(string prefix, string header, string end) => $$"""

            {{header}} {{prefix}}M : Module<Tensor, Tensor>
            {
                private readonly Embedding words;
                private readonly ModuleList<{{prefix}}Block> blocks = new();
                private readonly {{prefix}}Block wide;
                private readonly Linear head;

                public {{prefix}}M([Width] long width) : base("Model")
                {
                    words = Embedding(20, width);
                    for (var i = 0; i < 2; i++) blocks.Add(new {{prefix}}Block(width));
                    wide = new {{prefix}}Block(2 * width);
                    head = Linear(width, 10);
                    RegisterComponents();
                    {{s_forms[form]}}
                    {{end}}
                }

                public override Tensor forward(Tensor x) => x;
            }

            {{header}} {{prefix}}Block : Module<Tensor, Tensor>
            {
                private readonly LayerNorm norm;
                private readonly Linear up;
                private readonly {{prefix}}Inner inner;

                public {{prefix}}Block([Width] long size) : base("Block")
                {
                    norm = LayerNorm(size);
                    up = Linear(size, 4 * size);
                    inner = new {{prefix}}Inner(4 * size);
                    {{end}}
                }

                public override Tensor forward(Tensor x) => x;
            }

            {{header}} {{prefix}}Inner : Module<Tensor, Tensor>
            {
                private readonly Linear down;

                public {{prefix}}Inner([Width(Base = 256)] long size) : base("Inner")
                {
                    down = Linear(size, 64);
                    {{end}}
                }

                public override Tensor forward(Tensor x) => x;
            }

            """;
    }
}
