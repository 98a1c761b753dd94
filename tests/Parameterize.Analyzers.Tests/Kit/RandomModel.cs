#pragma warning disable CA5394 // Repeatable, not secret.
using System.Globalization;

namespace Parameterize.Analyzers.Tests.Kit;

/// <summary>
/// Models as nobody would write them, but which compile: odd names, all containers, dimensions of every form. Mutated text seldom gets
/// as far as the generator's output; these do.
/// </summary>
internal sealed class RandomModel(int seed)
{
    private static readonly string[] Names =
    [
        "_mix", "_n", "_x", "_i", "_tensors", "_index", "_generator", "_group", "_groups", "_linear", "_layerNorm", "_mse", "_name",
        "_scaling",
        "_parameters", "_training", "_forward", "_call", "_adamW", "_to", "__mix", "_", "_1", "_é", "_İ", "@class", "@for", "Mix", "Embed",
        "_Mix",
        "mIX", "_mlp", "_modules", "_optimizer", "_multiplier", "_mixMultiplier", "_system", "_torchSharp", "_parameterize", "_width",
    ];

    private static readonly string[] Dimensions =
    [
        "width", "width", "width", "width", "width", "8", "8", "8", "bias ? 8 : 9", "4 * width", "4 * width", "width / 2", "inner", "inner",
        "(width)",
        "width + width", "width * 3 - width", "2 * inner / 4", "(int)width", "checked((int)width)", "width + 1",
    ];

    private static readonly string[] Kinds =
    [
        "", "", "", "", "", "[Input] ", "[Hidden(LearningRate = 0.5, Multiplier = 3)] ", "[Output(ZeroInit = true)] ", "[Unscaled] ",
        "[Hidden(InitStd = 0.02, Init = InitDistribution.Uniform, WeightDecay = 0)] ",
    ];

    private readonly Random _random = new(seed);

    public string Source()
    {
        var members = Enumerable.Range(0, _random.Next(1, 5)).Select(_ => Member()).ToArray();
        var gauge = Pick("NeuralTangent", "LearningRate", "Multiplier", "TensorPrograms");
        var richness = _random.Next(4).ToString(CultureInfo.InvariantCulture);
        var dial = Pick("", "", ", [Richness] double r", ", [Richness] double n, [Gamma] double g", ", [Gamma] double x");
        return "using System;\n" + Kit.Source.Model(
            string.Join("\n", members.Select(member => member.Declaration)),
            "var inner = 2 * width;\n" + string.Join("\n", members.Select(member => member.Assignment)),
            $"Parameterize(BaseWidth = {Pick("1", "64", "96")}, Gauge = "
                + $"Gauge.{gauge}{(dial.Contains("Rich", StringComparison.Ordinal) ? "" : $", Richness = 0.5 * {richness} / 3")})",
            Pick("sealed partial class Mlp", "partial class Mlp<T>"),
            $"Mlp([Width] {Pick("int", "long")} width{dial}, bool bias = true)");
    }

    private (string Declaration, string Assignment) Member()
    {
        var name = Pick(Names);
        var (type, factory) = _random.Next(6) switch
        {
            0 => ("Embedding", $"Embedding(50, {Pick(Dimensions)})"),
            1 => ("LayerNorm", $"LayerNorm({Pick(Dimensions)}{Pick("", ", 1e-5, false", ", 1e-5, bias")})"),
            2 => ("Parameter", "new Parameter(ones(width))"),
            _ => ("Linear", $"nn.Linear({Pick(Dimensions)}, {Pick(Dimensions)}{Pick("", ", false", ", bias", ", hasBias: true")})"),
        };
        var (held, value) = (type == "Parameter" ? 0 : _random.Next(6)) switch
        {
            0 => ($"{type}[]", $"new[] {{ {factory} }}"),
            1 => ($"List<{type}>", $"new() {{ {factory} }}"),
            2 => ($"ModuleList<{type}>", $"new({factory}, {factory})"),
            _ => (type, factory),
        };
        var form = Pick("private readonly {0} {1};", "public {0} {1} {{ get; }}", "internal {0} {1} {{ get; set; }}", "protected {0} {1};");
        // A kind by chance contradicts the shape more often than not, which ends a model's career.
        var kind = type == "Parameter" ? "[Input] " : _random.Next(8) == 0 ? Pick(Kinds) : "";
        return (kind + string.Format(CultureInfo.InvariantCulture, form, held, name), $"this.{name} = {value};");
    }

    private string Pick(params string[] items) => items[_random.Next(items.Length)];
}
