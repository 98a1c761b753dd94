using System.Runtime.Loader;
using Parameterize.Inference.Tests.Oracle;
using TorchSharp;
using static TorchSharp.torch;

namespace Parameterize.Inference.Tests.Inits;

/// <summary>
/// A model with an init of its own, built at several widths on TorchSharp: the std of each tensor is that at base widths times sigma, and
/// at base its bits are those of the same class without InitializeParameters.
/// </summary>
[Collection(Seeded.Name)]
public sealed class InitTests
{
    private const long Base = 64;

    private static readonly Lazy<Task<System.Reflection.Assembly>> s_models = new(Compiled);

    public static TheoryData<string, Gauge> Forms
    {
        get
        {
            TheoryData<string, Gauge> data = [];
            foreach (var form in InitForms.Followed.Keys)
            {
                data.Add(form, Gauge.NeuralTangent);
                data.Add(form, Gauge.LearningRate);
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
            foreach (var (name, (std, sigma, count)) in Built(type, width))
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
        using var plain = Make(models.GetType($"{Text(form, gauge).Namespace}.Plain", throwOnError: true)!, Base);
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
        return (nn.Module)Activator.CreateInstance(type, width, true)!;
    }

    private static async Task<System.Reflection.Assembly> Compiled()
    {
        var texts = InitForms.Followed.Keys.SelectMany(form => new[] { Text(form, Gauge.NeuralTangent), Text(form, Gauge.LearningRate) })
            .ToArray();
        var (image, others) = await Compiler.Compile(texts);
        Assert.True(others.Count == 0, string.Join("\n", others.Select(pair => $"{pair.Key}: {pair.Value}")));
        var warnings = await Compiler.Warnings(texts);
        Assert.True(warnings.Count == 0, string.Join("\n", warnings));
        return new AssemblyLoadContext("inits").LoadFromStream(new MemoryStream(image));
    }

    private static ModelText Text(string form, Gauge gauge)
    {
        var (build, members) = InitForms.Followed[form];
        return new ModelText(
            "inits", $"{form} {gauge}",
            Class("M", $"[Parameterize(BaseWidth = 64, Gauge = Gauge.{gauge})]\npublic sealed partial class", "InitializeParameters();")
                + Class("Plain", "public sealed class", "RegisterComponents();"));

        string Class(string name, string header, string end) => $$"""

            {{header}} {{name}} : Module<Tensor, Tensor>
            {
                private readonly Linear embed, mix, more, head;
                private readonly LayerNorm norm;
                private readonly ModuleList<Linear> list = new(){{(build.Contains("made", StringComparison.Ordinal)
                    ? ", made = new()"
                    : "")}};
                [Hidden(FanIn = 1, FanOut = 0)] private readonly Parameter{{(build.Contains("free", StringComparison.Ordinal)
                    ? ""
                    : "?")}} free;
                {{members}}

                public {{name}}([Width] long width, bool isDeep = true) : base("Model")
                {
                    embed = Linear(32, width, hasBias: false);
                    mix = Linear(width, width);
                    more = Linear(width, width);
                    head = Linear(width, 10, hasBias: false);
                    norm = LayerNorm(width);
                    for (var i = 0; i < 2; i++) list.append(Linear(width, width));
                    {{build}}
                    {{end}}
                }

                public override Tensor forward(Tensor x) => x;
            }

            """.Replace("[Hidden(FanIn = 1, FanOut = 0)] private readonly Parameter? free;\n", "", StringComparison.Ordinal);
    }
}
