using Parameterize.CodeFixes;

namespace Parameterize.Analyzers.Tests;

/// <summary>
/// A layer with a forward multiplier that is handed on and run elsewhere, each way that people write, and what looks like it and is none.
/// </summary>
public sealed class LayersHandedOnTests
{
    private const string Members = """
        private readonly Linear _in;
        private readonly Linear _mix;
        private readonly Linear _out;
        private readonly LayerNorm _norm;
        [Hidden(FanIn = 0, FanOut = 1)] private readonly Parameter _gate;
        [Input] private readonly Parameter _shift;
        private readonly ModuleList<Linear> _layers = new();

        private Linear Head => _out;

        private Linear Block { get { return _mix; } }

        private Linear Pick(bool last) => last ? _out : _mix;

        private static Tensor Twice(Module<Tensor, Tensor> layer, Tensor x) => layer.call(layer.call(x));

        private static Tensor Run(System.Func<Tensor, Tensor> f, Tensor x) => f(x);

        private static Tensor All(IEnumerable<Linear> layers, Tensor x)
        {
            foreach (var layer in layers)
                x = layer.call(x);
            return x;
        }

        private static readonly System.Func<Linear, Tensor> s_run = Make();

        private static System.Func<Linear, Tensor> Make() => throw new System.InvalidOperationException();

        private static long Size(Linear layer) => layer.weight.shape[0];

        private static Tensor Shifted(Tensor x, Tensor by) => x + by;
        """;

    private const string Build = """
        _in = Linear(8, width);
        _mix = Linear(width, width);
        _out = Linear(width, 4);
        _norm = LayerNorm(width);
        _gate = new Parameter(randn(width, width));
        _shift = new Parameter(randn(width));
        _layers.Add(Linear(width, width));
        var first = _mix;
        System.Diagnostics.Debug.Assert(Twice(first, zeros(1, width)).shape[1] == width);
        """;

    [Theory]
    [InlineData("return {|PMZ0015:Twice(_mix, x)|};")]
    [InlineData("return {|PMZ0015:Twice(layer: _mix, x: x)|};")]
    [InlineData("return {|PMZ0015:All(_layers, x)|};")]
    [InlineData("return {|PMZ0015:All(new[] { _mix, _out }, x)|};")]
    [InlineData("return {|PMZ0015:_mix.Thrice(x)|};")]
    [InlineData("var layer = _mix;\nreturn {|PMZ0015:layer.call(x)|};")]
    [InlineData("var (a, b) = (_norm, _out);\nreturn {|PMZ0015:b.call(a.call(x))|};")]
    [InlineData("var pair = (a: _norm, b: _out);\nreturn {|PMZ0015:pair.b.call(pair.a.call(x))|};")]
    [InlineData("return _layers.Aggregate(x, (h, l) => {|PMZ0015:l.call(h)|});")]
    [InlineData("return new[] { _mix, _out }.Aggregate(x, (h, l) => {|PMZ0015:l.call(h)|});")]
    [InlineData("return {|PMZ0015:Head.call(x)|};")]
    [InlineData("return {|PMZ0015:Block.call(x)|};")]
    [InlineData("return {|PMZ0015:Pick(true).call(x)|};")]
    [InlineData("return {|PMZ0015:Sequential((\"a\", _mix), (\"b\", ReLU())).call(x)|};")]
    [InlineData("var body = Sequential(_norm, _mix);\nreturn {|PMZ0015:body.call(x)|};")]
    [InlineData("var body = Sequential();\nbody.append(_mix);\nreturn {|PMZ0015:body.call(x)|};")]
    [InlineData("foreach (var layer in new Module<Tensor, Tensor>[] { _mix, _norm })\n    x = {|PMZ0015:layer.call(x)|};\nreturn x;")]
    [InlineData("foreach (var child in children())\n    x = {|PMZ0015:((Module<Tensor, Tensor>)child).call(x)|};\nreturn x;")]
    [InlineData("foreach (var child in this.modules().OfType<Linear>())\n    x = {|PMZ0015:child.call(x)|};\nreturn x;")]
    [InlineData(
        "foreach (var (name, child) in named_children())\n    if (child is Linear one)\n        x = {|PMZ0015:one.call(x)|};\nreturn x;")]
    [InlineData("return {|PMZ0015:children().Cast<Module<Tensor, Tensor>>().First().call(x)|};")]
    [InlineData("return {|PMZ0015:(few ? _mix : _out).call(x)|};")]
    [InlineData("return _mix is { } layer ? {|PMZ0015:layer.call(x)|} : x;")]
    [InlineData("var named = new Dictionary<string, Linear> { [\"a\"] = _mix };\nreturn {|PMZ0015:named[\"a\"].call(x)|};")]
    [InlineData(
        "var list = new List<Linear>();\nlist.Add(_mix);\nforeach (var layer in list)\n    x = {|PMZ0015:layer.call(x)|};\nreturn x;")]
    [InlineData("return Run({|PMZ0015:_layers[0].call|}, x);")]
    [InlineData("System.Func<Linear, Tensor> run = layer => {|PMZ0015:layer.call(x)|};\nreturn run(_mix);")]
    [InlineData("System.Func<Linear, Tensor> run = few ? null : s_run;\nreturn run({|PMZ0015:_mix|});")]
    [InlineData("return {|PMZ0015:new Wrapper(_mix).call(x)|};")]
    [InlineData("return {|PMZ0015:functional.linear(x, _mix.weight)|};")]
    [InlineData("return {|PMZ0015:x.matmul(_mix.weight.t())|} + _mix.bias;")]
    [InlineData("var w = _mix.weight;\nreturn {|PMZ0015:torch.matmul(x, w.transpose(0, 1))|};")]
    [InlineData("return {|PMZ0015:einsum(\"bi,oi->bo\", x, _mix.weight)|};")]
    [InlineData("return x.matmul({|PMZ0015:_gate|});")]
    [InlineData("var gate = _gate;\nreturn x.matmul({|PMZ0015:gate|});")]
    [InlineData("return x + {|PMZ0015:_gate|}.unsqueeze(0);")]
    [InlineData("return cat(new[] { x, {|PMZ0015:_gate|} });")]
    [InlineData("return x * {|PMZ0015:_gate.to(x.dtype)|};")]
    [InlineData("return Shifted(x, {|PMZ0015:_gate|});")]
    [InlineData("Tensor h = {|PMZ0015:_gate|};\nh = h + x;\nreturn h;")]
    [InlineData("x *= {|PMZ0015:_gate|};\nreturn x;")]
    public Task Each_is_seen(string statements) => Subject.Analyzers.Verify(Model(statements));

    [Theory]
    [InlineData("return x.reshape(_mix.weight.shape[0], _mix.bias.shape[0]) * Size(_mix);")]
    [InlineData("_mix.to(x.device);\n_mix.eval();\nreturn x * _mix.parameters().Count();")]
    [InlineData("return _mix is null || _mix == null ? x : x * nameof(_mix).Length;")]
    [InlineData("register_module(\"again\", _mix);\nSystem.ArgumentNullException.ThrowIfNull(_mix);\nreturn x;")]
    [InlineData("var state = _mix.state_dict();\nreturn x * state.Count;")]
    [InlineData("var layer = _mix;\nreturn x * layer.weight.shape[0];")]
    [InlineData("foreach (var layer in _layers)\n    System.Console.WriteLine(layer.weight.norm());\nreturn x;")]
    [InlineData("foreach (var child in modules())\n    child.to(x.device);\nreturn x * children().Count();")]
    [InlineData("foreach (var child in children().OfType<LayerNorm>())\n    x = child.call(x);\nreturn x;")]
    [InlineData("foreach (var child in _norm.children().OfType<Linear>())\n    x = child.call(x);\nreturn x;")]
    [InlineData("foreach (var one in modules().OfType<Linear>())\n    System.Console.WriteLine(one.weight.norm());\nreturn x;")]
    [InlineData("var layer = _norm;\nreturn layer.call(Twice(_norm, x));")]
    [InlineData("var (a, b) = (_norm, _out);\nreturn a.call(x) * b.weight.shape[0];")]
    [InlineData("var first = _in;\nreturn first.call(x) + x * _shift + functional.linear(x, _in.weight, _in.bias) + Run(_in.call, x);")]
    [InlineData("var fresh = Linear(4, 4);\nreturn Twice(fresh, fresh.call(x));")]
    [InlineData("return Run(Mix, x) + Run(v => Layers(0, v), x) + x.matmul(Gate);")]
    [InlineData("return x + _mix.weight.mm(_mix.weight.t()).sum() + _gate.norm() + _gate.detach().mean();")]
    [InlineData("init.normal_(_gate);\nusing (no_grad())\n    x.copy_(_gate);\nreturn x * _gate.shape[0];")]
    public Task What_leaves_no_multiplier_out_is_silent(string statements) => Subject.Analyzers.Verify(Model(statements));

    /// <summary>
    /// Where every multiplier is 1, nothing is lost; the call of the member itself alone is named, so that the gauge can be changed.
    /// </summary>
    [Fact]
    public Task A_gauge_without_multipliers_loses_none() => Subject.Analyzers.Verify(Model(
        "var layer = _mix;\nreturn layer.call(Twice(_mix, x)) + Run(_out.call, x) + functional.linear(x, _mix.weight) + x.matmul(_gate);",
        "Parameterize(BaseWidth = 64, Gauge = Gauge.LearningRate)"));

    [Theory]
    [InlineData("var layer = _mix;\nreturn {|PMZ0015:layer.call(x)|};", "var layer = _mix;\nreturn Mix(x);")]
    [InlineData("return {|PMZ0015:Head.call(x)|};", "return Out(x);")]
    [InlineData("return Run({|PMZ0015:_mix.call|}, x);", "return Run(Mix, x);")]
    [InlineData(
        "System.Func<Tensor, Tensor> f = {|PMZ0015:_mix.forward|};\nreturn f(x);", "System.Func<Tensor, Tensor> f = Mix;\nreturn f(x);")]
    [InlineData("return {|PMZ0015:functional.linear(x, _mix.weight, _mix.bias)|};", "return Mix(x);")]
    [InlineData("return x.matmul({|PMZ0015:this._gate|});", "return x.matmul(Gate);")]
    [InlineData("return x * {|PMZ0015:_gate|};", "return x * Gate;")]
    public Task The_fix_takes_the_generated_member(string before, string after) =>
        Subject.Fix<CallForwardFix>().Verify(Model(before), Model(after));

    [Theory]
    [InlineData("return {|PMZ0015:Twice(_mix, x)|};")]
    [InlineData("return {|PMZ0015:(few ? _mix : _out).call(x)|};")]
    [InlineData("return {|PMZ0015:functional.linear(x, _mix.weight, _out.bias)|};")]
    [InlineData("return {|PMZ0015:other.Head.call(x)|};")]
    public Task Others_have_none(string statements) => Subject.Fix<CallForwardFix>().VerifyNoFix(Model(statements));

    [Fact]
    public Task Each_is_named() => Subject.Analyzers.Verify(
        Model(
            "var layer = _mix;\nreturn {|PMZ0015:Twice(_out, {|PMZ0015:layer.call(x)|})|} + Run({|PMZ0015:_mix.call|}, x) + x * "
                + "{|PMZ0015:_gate|} + {|PMZ0015:functional.linear(x, _mix.weight)|};"),
        Says("'_mix' is called as 'layer', which leaves its forward multiplier out; call Mix instead"),
        Says("'_out' is called in 'Twice', which leaves its forward multiplier out; hand on Out, as a function, instead"),
        Says("'_mix' is handed on as a function of its own, which leaves its forward multiplier out; hand on Mix instead"),
        Says("'_gate' is read directly, which leaves its forward multiplier out; read Gate instead"),
        Says("'_mix' is applied by its weight alone, which leaves its forward multiplier out; call Mix instead"));

    [Fact]
    public Task A_base_class_that_calls_it_is_named() => Subject.Analyzers.Verify(
        Source.Initialized(
            members: "private readonly Linear _mix;\n\nprotected override Module<Tensor, Tensor> Head => {|PMZ0015:_mix|};",
            more: "public abstract class Base : Module<Tensor, Tensor>\n{\n    protected Base(string name) : base(name) { }\n\n"
                + "    protected abstract Module<Tensor, Tensor> Head { get; }\n\n"
                + "    public override Tensor forward(Tensor x) => Head.call(x);\n}")
            .Replace("class Mlp : Module<Tensor, Tensor>", "class Mlp : Base", StringComparison.Ordinal),
        Says(
            "'_mix' is handed to a base class, which leaves its forward multiplier out; let the base class have the function Mix instead"));

    [Fact]
    public Task A_function_that_the_constructor_keeps_of_a_layer_is_named() => Subject.Analyzers.Verify(
        Source.Initialized(
            members: "private readonly Linear _mix;\nprivate readonly System.Func<Tensor, Tensor> _step;",
            build: "_mix = Linear(width, width);\n_step = {|PMZ0015:_mix.call|};",
            forward: "_step(x)"),
        Says("'_mix' is handed on as a function of its own, which leaves its forward multiplier out; hand on Mix instead"));

    private static ExpectedDiagnostic Says(string message) => new("PMZ0015", message);

    private static string Model(string statements, string attribute = "Parameterize(BaseWidth = 64)") =>
        "using System.Linq;\n" + Source.Initialized(
            Members
                + $"\n\nprivate Tensor Forward(Tensor x, bool few, Mlp other)\n{{\n"
                + $"    {statements.Replace("\n", "\n    ", StringComparison.Ordinal)}\n}}",
            Build,
            attribute,
            forward: "Forward(x, true, this)",
            more: """
            public static class Extensions
            {
                public static Tensor Thrice<T>(this T layer, Tensor x)
                    where T : Module<Tensor, Tensor> => layer.call(layer.call(layer.call(x)));
            }

            public sealed class Wrapper : Module<Tensor, Tensor>
            {
                private readonly Linear _inner;

                public Wrapper(Linear inner) : base("Wrapper") => _inner = inner;

                public override Tensor forward(Tensor x) => _inner.call(x);
            }
            """);
}
