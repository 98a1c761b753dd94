using Parameterize.Inference.Tests.Oracle;

namespace Parameterize.Inference.Tests.Inits;

/// <summary>
/// A model with an init of its own, built at several widths on TorchSharp: the std of each tensor is that at base widths times sigma, and
/// at base its bits are those of the same class without InitializeParameters.
/// </summary>
[Collection(Seeded.Name)]
public sealed class InitTests
{
    private static readonly DrawnClasses s_classes = new("inits", Forms.Select(form => Text((string)form[0], (Gauge)form[1])), true);

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
    public Task Has_the_std_of_the_rule(string form, Gauge gauge) => s_classes.AssertStds(Text(form, gauge), least: 0);

    [Theory]
    [MemberData(nameof(Forms))]
    public Task Has_the_bits_of_the_plain_class_at_base(string form, Gauge gauge) =>
        s_classes.AssertBitsAtBase(Text(form, gauge), "Plain");

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
