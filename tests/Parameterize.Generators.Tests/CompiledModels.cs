extern alias package;

using System.Globalization;
using System.Reflection;
using TorchSharp;
using Package = package::Parameterize;

namespace Parameterize.Generators.Tests;

/// <summary>Generated code, compiled and loaded: the models run on TorchSharp's real modules.</summary>
internal static class CompiledModels
{
    /// <summary>The base width of every model here.</summary>
    public const long BaseWidth = 6;

    /// <summary>Richness as it is written in an attribute; the last one is set at run time instead.</summary>
    public static readonly string[] RichnessTexts = ["0", "0.5", "1.0 / 3", "0.1"];

    public static readonly string[] Gauges = ["NeuralTangent", "LearningRate", "Multiplier", "TensorPrograms"];

    private const string TwoWidths = """

        [Parameterize(BaseWidth = 6)]
        public partial class TwoWidths : Module<Tensor, Tensor>
        {
            [Input(InitStd = 0.5, LearningRate = 3)] private readonly Embedding _tokens;
            private readonly LayerNorm _norm;
            private readonly ModuleList<Linear> _expand;
            [Hidden(WeightDecay = 0.5)] private readonly Linear _contract;
            [Output(ZeroInit = true, Multiplier = 2)] private readonly Linear _readout;
            [Unscaled] private readonly Conv2d _filter;

            public TwoWidths([Width] long width, [Width(Base = 8)] long hidden) : base("two")
            {
                _tokens = Embedding(5, width);
                _norm = LayerNorm(width);
                _expand = ModuleList(Linear(width, hidden), Linear(width, hidden));
                _contract = Linear(hidden, width);
                _readout = Linear(width, 3);
                _filter = Conv2d(1, 1, 3);
                InitializeParameters();
            }

            public override Tensor forward(Tensor x) => Readout(Contract(Expand(0, Norm(Tokens(x)))));
        }
        """;

    private static readonly Lazy<Assembly> Loaded = new(Load);

    public static string Fixed(string gauge, int richness) => string.Create(CultureInfo.InvariantCulture, $"{gauge}{richness}");

    public static string AtRunTime(string gauge) => gauge + "Dial";

    public static Package.IParameterizedModel Create(string name, params object[] arguments) =>
        (Package.IParameterizedModel)Activator.CreateInstance(Loaded.Value.GetType(name, throwOnError: true)!, arguments)!;

    private static Assembly Load()
    {
        var classes = Gauges.SelectMany(gauge => RichnessTexts
            .Select((text, index) => Sources.MlpCalled(
                Fixed(gauge, index), $"Gauge = Gauge.{gauge}, Richness = {text}, Gamma = 1.5, BaseWidth = 6"))
            .Append(Sources.MlpCalled(
                AtRunTime(gauge),
                $"Gauge = Gauge.{gauge}, BaseWidth = 6",
                ", [Richness] double richness, [Gamma] double gamma",
                "richness, gamma")));
        var outcome = GeneratorHarness.Run(
            Subjects.Generator, Subjects.Usings + string.Concat(classes) + TwoWidths + string.Concat(ExponentModels.Sources));
        OutputIsClean.Assert(outcome);
        using var image = new MemoryStream();
        Assert.True(outcome.Output.Emit(image).Success);
        _ = torch.zeros(1);
        return Assembly.Load(image.ToArray());
    }
}
