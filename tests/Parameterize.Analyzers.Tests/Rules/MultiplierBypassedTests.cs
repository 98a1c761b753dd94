using Parameterize.CodeFixes;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class MultiplierBypassedTests : RuleTests
{
    private const string Lists = """
        private readonly Linear _in;
        private readonly ModuleList<Linear> _layers = new();
        private readonly Linear[] _array;
        public List<Linear> Blocks { get; } = new();
        """;

    private const string BuildLists =
        "_in = Linear(8, width);\n_layers.Add(Linear(width, width));\n_array = new[] { Linear(width, width) };\n"
            + "Blocks.Add(Linear(width, width));";

    public override string Id => "PMZ0015";

    public override string Hit => Source.Initialized(forward: "{|PMZ0015:_mix.forward(x)|}");

    public override string Message => "'_mix' is called directly, which leaves its forward multiplier out; call Mix instead";

    public override string NearMiss => Source.Initialized(
        members: "private readonly Linear _mix;\nprivate readonly LayerNorm _norm;\n[Unscaled] private readonly Linear _last;\n"
            + "private readonly GELU _gelu = GELU();",
        build: "_mix = Linear(width, width);\n_norm = LayerNorm(width);\n_last = Linear(8, 8);",
        forward: "_last.call(_gelu.call(_norm.call(Mix(x))))");

    [Fact]
    public Task A_method_of_one_s_own_is_not_a_generated_one() => Subject.Analyzers.Verify(Source.Initialized(
        members: "private readonly Linear _mix;\n[Unscaled] private readonly Linear _last;\nprivate readonly GELU _gelu = GELU();\n\n"
            + "private Tensor Last(Tensor x) => _last.call(x);\n\nprivate Tensor Gelu(Tensor x) => _gelu.call(x);",
        build: "_mix = Linear(width, width);\n_last = Linear(8, 8);",
        forward: "Last(Gelu(Mix(x)))"));

    [Fact]
    public Task Elements_of_lists_count() => Subject.Analyzers.Verify(Source.Initialized(
        Lists, BuildLists, forward: "{|PMZ0015:Blocks[0].call({|PMZ0015:_array[0].forward({|PMZ0015:_layers[0].call(x)|})|})|}"));

    [Theory]
    [InlineData(
        "foreach (var layer in _layers)\n        x = {|PMZ0015:layer.call(x)|};",
        "for (var i = 0; i < _layers.Count; i++)\n        x = Layers(i, x);")]
    [InlineData(
        "foreach (Linear layer in this._array)\n    {\n        // twice\n"
            + "        x = {|PMZ0015:layer.forward({|PMZ0015:layer.call(x)|})|} + layer.bias!;\n    }",
        "for (var i = 0; i < this._array.Length; i++)\n    {\n        // twice\n"
            + "        x = Array(i, Array(i, x)) + this._array[i].bias!;\n    }")]
    [InlineData(
        "var i = 0;\n    foreach (var layer in _layers)\n        x = {|PMZ0015:layer.call(x)|} + i++;",
        "var i = 0;\n    for (var index = 0; index < _layers.Count; index++)\n        x = Layers(index, x) + i++;")]
    public Task An_element_in_a_loop_is_called_by_its_index(string before, string after) =>
        Subject.Fix<CallForwardFix>().VerifyFixAll(Looped(before), Looped(after));

    [Theory]
    [InlineData("foreach (var layer in _layers.Skip(1))\n        x = {|PMZ0015:layer.call(x)|};")]
    [InlineData("foreach (var layer in new HashSet<Linear>(_layers))\n        x = {|PMZ0015:layer.call(x)|};")]
    public Task A_loop_over_something_else_has_no_fix(string loop) => Subject.Fix<CallForwardFix>().VerifyNoFix(Linq(Looped(loop)));

    [Theory]
    [InlineData("_layers.Select(layer => {|PMZ0015:layer.call(x)|})", "_layers.Select((_, i) => Layers(i, x))")]
    [InlineData(
        "this._layers.Select(layer => layer.weight.shape[0] * {|PMZ0015:layer.call(x)|})",
        "this._layers.Select((layer, i) => layer.weight.shape[0] * Layers(i, x))")]
    [InlineData(
        "_layers.Select((layer, place) => {|PMZ0015:layer.call(x)|} + place)", "_layers.Select((_, place) => Layers(place, x) + place)")]
    [InlineData("_layers.Select((layer) => {|PMZ0015:layer.call(x)|})", "_layers.Select((_, i) => Layers(i, x))")]
    public Task An_element_in_a_selection_is_called_by_its_index(string before, string after) => Subject.Fix<CallForwardFix>().Verify(
        Linq(Source.Initialized(Lists, BuildLists, forward: $"cat({before}.ToArray())")),
        Linq(Source.Initialized(Lists, BuildLists, forward: $"cat({after}.ToArray())")));

    [Theory]
    [InlineData("_layers.Aggregate(x, (y, layer) => {|PMZ0015:layer.call(y)|})")]
    [InlineData("cat(_layers.Skip(1).Select(layer => {|PMZ0015:layer.call(x)|}).ToArray())")]
    [InlineData("_layers.Zip(_array, (one, other) => (one, other)).Aggregate(x, (y, pair) => {|PMZ0015:pair.one.call(y)|})")]
    [InlineData("{|PMZ0015:_layers.First().call(x)|}")]
    public Task Other_queries_have_no_fix(string forward) =>
        Subject.Fix<CallForwardFix>().VerifyNoFix(Linq(Source.Initialized(Lists, BuildLists, forward: forward)));

    [Theory]
    [InlineData("_mix?{|PMZ0015:.call(x)|} ?? x")]
    [InlineData("this?{|PMZ0015:._mix.call(x)|} ?? x")]
    [InlineData("this?._mix?{|PMZ0015:.call(x)|} ?? x")]
    public Task A_call_by_a_question_mark_counts_and_has_no_fix(string forward) =>
        Subject.Fix<CallForwardFix>().VerifyNoFix(Source.Initialized(forward: forward));

    [Theory]
    [InlineData("_mix.forward(x)", "Mix(x)")]
    [InlineData("_mix.call(functional.relu(x))", "Mix(functional.relu(x))")]
    [InlineData("this._mix.call(x)", "Mix(x)")]
    [InlineData("_mix!.call(x)", "Mix(x)")]
    [InlineData("(_mix).call(x + x)", "Mix(x + x)")]
    [InlineData("_mix.call(input: x)", "Mix(x)")]
    [InlineData("_mix.call( /* twice */ x)", "Mix(x) /* twice */")]
    public Task The_fix_calls_the_generated_forward(string before, string after) => Subject.Fix<CallForwardFix>().Verify(
        Source.Initialized(forward: $"{{|PMZ0015:{before}|}}"), Source.Initialized(forward: after));

    [Fact]
    public Task The_fix_passes_the_index_and_takes_nested_calls() => Subject.Fix<CallForwardFix>().VerifyFixAll(
        Source.Initialized(
            Lists, BuildLists,
            forward: "{|PMZ0015:Blocks[0].call(x)|} + {|PMZ0015:_array[0].forward(x)|} + {|PMZ0015:this._layers[1 + 1].call(x)|}"),
        Source.Initialized(Lists, BuildLists, forward: "BlocksForward(0, x) + Array(0, x) + Layers(1 + 1, x)"));

    [Theory]
    [InlineData("_array[x.shape[0]].forward(x)", "Array((int)x.shape[0], x)")]
    [InlineData("_array[x.shape[0] - 1].forward(x)", "Array((int)(x.shape[0] - 1), x)")]
    [InlineData("Blocks[(int)x.shape[0]].call(input: x)", "BlocksForward((int)x.shape[0], x)")]
    public Task An_index_becomes_an_int(string before, string after) => Subject.Fix<CallForwardFix>().Verify(
        Source.Initialized(Lists, BuildLists, forward: $"{{|PMZ0015:{before}|}}"), Source.Initialized(Lists, BuildLists, forward: after));

    [Theory]
    [InlineData("_array[^1]")]
    [InlineData("_array[new System.Index(0)]")]
    public Task A_place_that_is_no_number_has_no_fix(string layer) => Subject.Fix<CallForwardFix>().VerifyNoFix(
        Source.Initialized(Lists, BuildLists, forward: $"{{|PMZ0015:{layer}.call(x)|}}"));

    [Fact]
    public Task Another_class_cannot_call_what_is_private() => Subject.Fix<CallForwardFix>().VerifyNoFix(Source.Initialized(
        Lists, BuildLists,
        more: "public static class Other\n{\n"
            + "    public static Tensor Run(Mlp model, Tensor x) => {|PMZ0015:model.Blocks[0].call(x)|};\n}"));

    /// <summary>A method that is given no tensor looks at the weight, as for its largest singular value.</summary>
    [Theory]
    [InlineData("private double Sigma() => _mix.weight!.mv(randn(8)).norm().ToDouble();")]
    [InlineData("private double Sigma(int steps) { var v = _mix.weight!.T.mv(randn(steps)); return v.norm().ToDouble(); }")]
    [InlineData("private Tensor Apply(Tensor x) => {|PMZ0015:_mix.weight!.mv(x)|};")]
    public Task A_weight_is_applied_to_what_a_method_is_given(string method) => Subject.Analyzers.Verify(
        Source.Initialized("private readonly Linear _mix;\n\n" + method, forward: "Mix(x)"));

    private static string Looped(string loop) => Source.Initialized(
        Lists + "\n\nprivate Tensor All(Tensor x)\n{\n    " + loop + "\n    return x;\n}", BuildLists, forward: "All(x)");

    private static string Linq(string source) => "using System.Linq;\n" + source;
}
