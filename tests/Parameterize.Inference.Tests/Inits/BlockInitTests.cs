using Parameterize.Inference.Tests.Oracle;

namespace Parameterize.Inference.Tests.Inits;

/// <summary>
/// A model that draws the layers of its annotated blocks by one <c>apply</c>, as GPT-2 and its kin do: held against sigma and the plain
/// class.
/// </summary>
[Collection(Seeded.Name)]
public sealed class BlockInitTests
{
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

    private static readonly DrawnClasses s_classes = new("block inits", Forms.Select(form => Text((string)form[0], (Gauge)form[1])));

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
    public Task Has_the_std_of_the_rule(string form, Gauge gauge) => s_classes.AssertStds(Text(form, gauge), least: 101);

    [Theory]
    [MemberData(nameof(Forms))]
    public Task Has_the_bits_of_the_plain_class_at_base(string form, Gauge gauge) =>
        s_classes.AssertBitsAtBase(Text(form, gauge), "PlainM");

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
