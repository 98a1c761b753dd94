namespace Parameterize.Generators.Tests;

/// <summary>Members and parameters may be called what users like: generated code has to compile, and to mean the right one.</summary>
public class NameTests
{
    private static readonly string[] Names =
    [
        "n", "tensors", "widths", "generator", "commonRule", "inputVectorRule", "Sqrt", "richness", "gamma", "x", "i", "index", "layer",
        "groups",
        "@class", "record", "value", "_", "_n", "Δ", "Embed2",
    ];

    private static readonly string[] Spaces = ["System", "TorchSharp", "Parameterize", "Linear", "Tensor", "@event"];

    [Fact]
    public void Member_may_have_any_name() => AssertSound(Names.Select((name, index) => $$"""

        [Parameterize(BaseWidth = 64)]
        public partial class Model{{index}} : Module<Tensor, Tensor>
        {
            [Input] private readonly Linear {{name}};
            [Hidden] private readonly Linear[] {{name}}s2;

            public Model{{index}}([Width] long width) : base("model")
            {
                this.{{name}} = Linear(8, width);
                this.{{name}}s2 = new[] { Linear(width, width) };
                InitializeParameters();
            }

            public override Tensor forward(Tensor x) => x;
        }
        """));

    [Fact]
    public void Layer_of_a_sequence_may_have_any_name() =>
        AssertSound(new[] { "n", "a b", "&<>", "\\0", "\\\"", "\\n", "\\u2028", "\\ud800", "{x}" }.Select((name, index) => $$"""

        [Parameterize(BaseWidth = 64)]
        public partial class Model{{index}} : Module<Tensor, Tensor>
        {
            private readonly Sequential _net;

            public Model{{index}}([Width] long width) : base("model")
            {
                _net = Sequential(("{{name}}", Linear(8, width)));
                InitializeParameters();
            }

            public override Tensor forward(Tensor x) => _net.call(x);
        }
        """));

    [Fact]
    public void Width_may_have_any_name() => AssertSound(Names.Select((name, index) => $$"""

        [Parameterize(BaseWidth = 64)]
        public partial class Model{{index}} : Module<Tensor, Tensor>
        {
            [Input] private readonly Parameter _n;

            public Model{{index}}([Width] long {{name}}) : base("model")
            {
                this._n = new Parameter(randn(16, {{name}}));
                InitializeParameters({{name}});
            }

            public override Tensor forward(Tensor x) => x;
        }
        """));

    [Fact]
    public void Dial_may_have_any_name() => AssertSound(Names.Select((name, index) => Sources.MlpCalled(
        $"Model{index}",
        "BaseWidth = 64",
        $", [Richness] double {name}, [Gamma] double {name.TrimStart('@')}2",
        $"{name}, {name.TrimStart('@')}2")));

    [Fact]
    public void Namespace_may_have_any_name() => AssertSound(Spaces.Select(name => $$"""

        namespace Models.{{name}}
        {
            [global::Parameterize.Parameterize(BaseWidth = 64)]
            public partial class Model :
                global::TorchSharp.torch.nn.Module<global::TorchSharp.torch.Tensor, global::TorchSharp.torch.Tensor>
            {
                private readonly global::TorchSharp.Modules.Linear _mix;

                public Model([global::Parameterize.Width] long width) : base("model")
                {
                    _mix = nn.Linear(width, width);
                    InitializeParameters();
                }

                public override global::TorchSharp.torch.Tensor forward(global::TorchSharp.torch.Tensor x) => Mix(x);
            }
        }
        """));

    private static void AssertSound(IEnumerable<string> classes) =>
        GeneratedCode.AssertSound(Subjects.Generator, Subjects.Usings + string.Concat(classes));
}
