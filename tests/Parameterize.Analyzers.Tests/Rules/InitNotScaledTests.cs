using Parameterize.CodeFixes;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class InitNotScaledTests : RuleTests
{
    private const string Members = "private readonly Linear _embed, _mix;\nprivate readonly LayerNorm _norm;";
    private const string Layers = "_embed = Linear(32, width);\n_mix = Linear(width, width);\n_norm = LayerNorm(width);\n";

    public override string Id => "PMZ0036";

    public override string Hit => Model("{|PMZ0036:init.normal_(_embed.weight, 0, 1.0 / (width + 3))|};\nInitializeParameters();");

    public override string Message => "'_embed.weight' has a std of which it is not known how it grows; "
        + "give its std at base widths as [Hidden(InitStd = 0.02)] on '_embed' in place of the draw";

    public override string NearMiss =>
        Model(
            "init.xavier_uniform_(_mix.weight);\ninit.orthogonal_(_embed.weight);\ninit.xavier_uniform_(_embed.weight);\n"
                + "init.kaiming_normal_(_embed.weight);\nInitializeParameters();");

    /// <summary>Each with a std that cannot be told.</summary>
    [Theory]
    [InlineData("{|PMZ0036:init.normal_(_mix.weight, 0, 1.0 / (width + 3))|};")]
    [InlineData("{|PMZ0036:init.normal_(_mix.weight, 0.1, 1.0 / width)|};")]
    [InlineData("{|PMZ0036:init.eye_(_mix.weight)|};")]
    [InlineData("if (width % 3 == 0) {|PMZ0036:init.normal_(_mix.weight, 0, 0.02)|};")]
    [InlineData("{|PMZ0036:init.constant_(_mix.bias, System.Math.Log(width))|};")]
    [InlineData("var layer = width % 3 == 0 ? _embed : _mix;\n{|PMZ0036:init.normal_(layer.weight, 0, 0.02)|};")]
    [InlineData("{|PMZ0036:apply(module => { if (module is Linear layer) init.normal_(layer.weight, 0, 0.02); })|};")]
    [InlineData(
        "var list = ModuleList(_mix);\n"
            + "{|PMZ0036:list.apply(module => { if (module is Linear layer) init.normal_(layer.weight, 0, 0.02); })|};")]
    [InlineData("foreach (var tensor in {|PMZ0036:ModuleList(_mix).parameters()|}) init.normal_(tensor, 0, 0.02);")]
    [InlineData("{|PMZ0036:_mix.weight|} = Parameter(randn(width, width) / (width + 3));")]
    [InlineData("var drawn = Parameter(randn(width, width) * 0.02);\n{|PMZ0036:_mix.weight|} = drawn;\ninit.kaiming_normal_(drawn);")]
    [InlineData(
        "System.Action<Linear> small = layer => {|PMZ0036:init.normal_(layer.weight, 0, 0.02)|};\n"
            + "System.Array.ForEach(new[] { 1 }, new System.Action<int>(_ => small(_mix)).Invoke);")]
    public Task A_std_that_is_not_followed_is_told_of(string draw) => Subject.Analyzers.Verify(Model(draw + "\nInitializeParameters();"));

    /// <summary>A loop that does not come by all that one place makes draws some of them, nobody knows which.</summary>
    [Theory]
    [InlineData("foreach (var layer in _layers) { {|PMZ0036:init.normal_(layer.weight, 0, 0.02)|}; break; }")]
    [InlineData("foreach (var layer in _layers) if (depth > 3) {|PMZ0036:init.normal_(layer.weight, 0, 0.02)|};")]
    [InlineData("for (var i = 1; i < _layers.Count; i++) {|PMZ0036:init.normal_(_layers[i].weight, 0, 0.02)|};")]
    [InlineData("for (var i = 0; i < depth; i++) {|PMZ0036:init.normal_(_layers[i].weight, 0, 0.02)|};\ndepth = 2;")]
    [InlineData("{|PMZ0036:init.normal_(_layers[0].weight, 0, 0.02)|};\ninit.zeros_(_layers[depth - 1].weight);")]
    public Task A_loop_over_some_layers_is_told_of(string draw) => Subject.Analyzers.Verify(Source.Model(
        members: "private readonly Linear _embed;\nprivate readonly ModuleList<Linear> _layers = new();",
        build: $"_embed = Linear(32, width);\nvar depth = int.Parse(\"3\");\n"
            + $"for (var i = 0; i < depth; i++) _layers.Add(Linear(width, width));\n{draw}\nInitializeParameters();"));

    [Theory]
    [InlineData("var layer = Linear(width, width);\nif (i < 2) _layers.Add(layer); else _last = layer;", true)]
    [InlineData("_last = Linear(width, width);\n_layers.Add(_last);\n_last = Linear(width, width);", false)]
    public Task A_loop_over_a_list_that_has_not_all_of_them_is_told_of(string make, bool isBoth) => Subject.Analyzers.Verify(Source.Model(
        members: "private readonly ModuleList<Linear> _layers = new();\nprivate readonly Linear _embed, _last;",
        build: $"_embed = Linear(32, width);\nvar depth = int.Parse(\"3\");\nfor (var i = 0; i < depth; i++) {{ {make} }}\n"
            + $"foreach (var each in _layers) {(isBoth ? "{|PMZ0036:" : "")}{{|PMZ0036:init.normal_(each.weight, 0, "
            + $"0.02)|}}{(isBoth ? "|}" : "")};\nInitializeParameters();"));

    /// <summary>Modules of several classes in one list, narrowed by their types; models inside of one member; names that decide.</summary>
    [Theory]
    [InlineData(
        "foreach (var each in _all)\n    if (each is Linear layer) { init.normal_(layer.weight, 0, 0.02); init.zeros_(layer.bias); }")]
    [InlineData(
        "foreach (var each in _all)\n    switch (each)\n    {\n        case Linear layer: init.normal_(layer.weight, 0, 0.02); break;\n"
            + "        case LayerNorm norm: init.ones_(norm.weight); break;\n    }")]
    [InlineData("foreach (var each in _blocks.modules()) if (each is Linear layer) init.normal_(layer.weight, 0, 0.02);")]
    [InlineData("_blocks.apply(each => { if (each is Linear layer) init.normal_(layer.weight, 0, 0.02); });")]
    [InlineData(
        "foreach (var (name, tensor) in _rnn.named_parameters())\n    if (name.Contains(\"weight\")) init.normal_(tensor, 0, 0.1);\n"
            + "    else if (name.Contains(\"bias\")) init.zeros_(tensor);")]
    [InlineData(
        "foreach (var (name, tensor) in _rnn.named_parameters())\n    if (name.StartsWith(\"weight_ih\")) init.normal_(tensor, 0, 0.1);\n"
            + "    else if (name.StartsWith(\"weight_hh\")) init.orthogonal_(tensor);")]
    public Task What_is_narrowed_is_followed(string draw) => Subject.Analyzers.Verify(Source.Model(
        members: "private readonly Linear _embed, _proj;\nprivate readonly LSTM _rnn;\nprivate readonly Sequential _blocks;\n"
            + "private readonly ModuleList<Module<Tensor, Tensor>> _all = new();",
        build: "_embed = Linear(32, width);\n_proj = Linear(width, width);\n_rnn = LSTM(width, width);\n"
            + "_blocks = Sequential(Linear(width, width), new Block(width), new Block(width));\nvar depth = int.Parse(\"3\");\n"
            + "_all.Add(Linear(8, width));\n_all.Add(LayerNorm(width));\n"
            + "for (var i = 0; i < depth; i++) { _all.Add(Linear(width, width)); _all.Add(ReLU()); }\n"
            + draw + "\nInitializeParameters();",
        more: Source.Initialized().Replace(Source.Usings, "", StringComparison.Ordinal).Replace("Mlp", "Block", StringComparison.Ordinal)));

    [Fact]
    public Task The_name_of_a_tensor_decides() => Subject.Analyzers.Verify(Source.Model(
        members: "private readonly Linear _embed, _proj, _head;",
        build: "_embed = Linear(32, width);\n_proj = Linear(width, width);\n_head = Linear(width, 2);\nRegisterComponents();\n"
            + "foreach (var (name, tensor) in named_parameters())\n{\n"
            + "    if (name.EndsWith(\"_proj.weight\")) init.normal_(tensor, 0, 0.01);\n"
            + "    else if (name.Contains(\"embed\")) init.zeros_(tensor);\n}\n\nInitializeParameters();"));

    [Fact]
    public Task Some_models_of_several_members_are_not() => Subject.Analyzers.Verify(Source.Model(
        members: "private readonly Linear _embed;\nprivate readonly Sequential _blocks;\nprivate readonly Block _other;",
        build: "_embed = Linear(32, width);\n_blocks = Sequential(Linear(width, width), new Block(width));\n_other = new Block(width);\n"
            + "foreach (var each in {|PMZ0036:_blocks.modules()|}) if (each is Linear layer) init.normal_(layer.weight, 0, 0.02);\n"
            + "InitializeParameters();",
        more: Source.Initialized().Replace(Source.Usings, "", StringComparison.Ordinal).Replace("Mlp", "Block", StringComparison.Ordinal)));

    /// <summary>In the gauge without multipliers, what is drawn behind the scaling has not the std that the rule asks for.</summary>
    [Theory]
    [InlineData("InitializeParameters();\n{|PMZ0036:init.normal_(_mix.weight, 0, 0.02)|};")]
    [InlineData(
        "InitializeParameters();\n{|PMZ0036:apply(module => { if (module is Linear layer) init.normal_(layer.weight, 0, 0.02); })|};")]
    [InlineData("InitializeParameters();\nusing (no_grad()) {|PMZ0036:_mix.weight.normal_()|};")]
    [InlineData("InitializeParameters();\nusing (no_grad()) {|PMZ0036:_mix.weight.mul_(1.0 / width)|};")]
    public Task A_draw_behind_the_scaling_is_told_of(string build) =>
        Subject.Analyzers.Verify(Model(build, "Parameterize(BaseWidth = 64, Gauge = Gauge.LearningRate)"));

    [Theory]
    [InlineData("InitializeParameters();\ninit.zeros_(_mix.bias);\ninit.constant_(_mix.bias, 0.1);\ninit.ones_(_norm.weight);")]
    [InlineData("InitializeParameters();\ninit.kaiming_normal_(_mix.weight);")]
    [InlineData("InitializeParameters();\nusing (no_grad()) { _mix.weight.mul_(0.5); _embed.weight.neg_(); }")]
    [InlineData(
        "_mix.weight.requires_grad = false;\nvar start = _mix.weight.detach().clone();\nstart.zero_();\nInitializeParameters();\n"
            + "var std = _mix.weight.std();")]
    public Task What_is_right_as_it_is_is_not(string build) =>
        Subject.Analyzers.Verify(Model(build, "Parameterize(BaseWidth = 64, Gauge = Gauge.LearningRate)"));

    [Fact]
    public Task Code_that_is_no_constructor_does_as_it_likes() => Subject.Analyzers.Verify(Source.Initialized(
        forward: "x.mul_(2).normal_()",
        more: """
            public static class Loading
            {
                public static void Load(Linear layer, Tensor values) { using (no_grad()) layer.weight.copy_(values); init.eye_(layer.weight); }
            }
            """));

    [Fact]
    public Task A_method_that_may_be_overridden_is_not_followed() => Subject.Analyzers.Verify(Source.Model(
        header: "partial class Mlp",
        members: "private readonly Linear _mix;\nprotected virtual void Draw() => {|PMZ0036:init.normal_(_mix.weight, 0, 0.02)|};",
        build: "_mix = Linear(width, width);\nDraw();\nInitializeParameters();"));

    [Fact]
    public Task What_depends_on_sizes_of_a_model_inside_is_told_of() => Subject.Analyzers.Verify(Source.Model(
        members: "private readonly Block _block;",
        build: """
            _block = new Block(width);
            RegisterComponents();
            apply(module => { if (module is Linear layer) {|PMZ0036:init.xavier_uniform_(layer.weight)|}; });
            InitializeParameters(width);
            """,
        more: """
            [Parameterize(BaseWidth = 64)]
            public sealed partial class Block : Module<Tensor, Tensor>
            {
                private readonly Linear _mix;

                public Block([Width] long width) : base("Block")
                {
                    _mix = Linear(width, width);
                    InitializeParameters();
                }

                public override Tensor forward(Tensor x) => Mix(x);
            }
            """));

    [Fact]
    public Task An_attribute_takes_the_place_of_the_draw() => Subject.Analyzers.Verify(Source.Initialized(
        members: "[Input(InitStd = 0.02)] private readonly Linear _embed;",
        build: "_embed = Linear(32, width);\ninit.xavier_uniform_(_embed.weight);"));

    [Fact]
    public Task The_fix_calls_InitializeParameters_last() => Subject.Fix<MoveInitializationFix>().Verify(
        Model(
            "InitializeParameters();\n{|PMZ0036:init.normal_(_mix.weight, 0, 0.02)|};",
            "Parameterize(BaseWidth = 64, Gauge = Gauge.LearningRate)"),
        Model("init.normal_(_mix.weight, 0, 0.02);\nInitializeParameters();", "Parameterize(BaseWidth = 64, Gauge = Gauge.LearningRate)"));

    private static string Model(string build, string attribute = "Parameterize(BaseWidth = 64)") =>
        Source.Model(members: Members, build: Layers + build, attribute: attribute);
}
