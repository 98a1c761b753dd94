namespace Parameterize.Analyzers.Tests.Rules;

public sealed class LogitsOverRootTests : RuleTests
{
    private const string Fixed = "_heads = heads;\n_headSize = width / heads;\n_scale = 1 / System.Math.Sqrt(_headSize);";
    private const string Many = "_heads = width / 16;\n_headSize = 16;\n_scale = 1 / System.Math.Sqrt(_headSize);";

    public override string Id => "PMZ0037";

    public override string Hit =>
        Attention(
            Fixed,
            "var logits = {|PMZ0037:q.matmul(k.transpose(-2, -1)) / System.Math.Sqrt(_headSize)|};\nreturn softmax(logits, -1).matmul(v);");

    public override string Message =>
        "The heads of 'Mlp' widen like n, and these logits are divided by the root of their width, so that logits grow in training; "
            + "let the number of heads grow instead, or give the constructor the width of a head as [HeadWidth] and multiply the logits "
            + "by AttentionScale";

    public override string NearMiss =>
        Attention(Many, "var logits = q.matmul(k.transpose(-2, -1)) / System.Math.Sqrt(_headSize);\nreturn softmax(logits, -1).matmul(v);");

    [Theory]
    [InlineData("return softmax({|PMZ0037:torch.matmul(q, k.transpose(-2, -1)) * _scale|}, -1).matmul(v);")]
    [InlineData("return softmax({|PMZ0037:q.matmul(k.transpose(-2, -1)).mul(_scale)|}, -1).matmul(v);")]
    [InlineData("q = {|PMZ0037:q * _scale|};\nreturn softmax(q.matmul(k.transpose(-2, -1)), -1).matmul(v);")]
    [InlineData("{|PMZ0037:q *= _scale|};\nreturn softmax(q.matmul(k.transpose(-2, -1)), -1).matmul(v);")]
    [InlineData("return softmax(({|PMZ0037:q / Math.Sqrt(k.size(-1))|}).matmul(k.transpose(-2, -1)), -1).matmul(v);")]
    [InlineData(
        "var d = q.shape[^1];\nvar logits = einsum(\"bhqd,bhkd->bhqk\", q, k);\n"
            + "return softmax({|PMZ0037:logits * Math.Pow(d, -0.5)|}, -1).matmul(v);")]
    [InlineData(
        "var root = (float)Math.Sqrt(_width / _heads);\nvar logits = q.matmul(k.transpose(-2, -1));\n"
            + "return softmax({|PMZ0037:logits / root|}, -1).matmul(v);")]
    [InlineData("return {|PMZ0037:functional.scaled_dot_product_attention(q, k, v)|};")]
    [InlineData("return {|PMZ0037:functional.scaled_dot_product_attention(Rows(Query(x)), k, v, is_casual: true)|};")]
    [InlineData(
        "var all = Fused(x).view(x.shape[0], x.shape[1], 3, _heads, -1).permute(2, 0, 3, 1, 4);\n"
            + "return {|PMZ0037:functional.scaled_dot_product_attention(all[0], all[1], all[2])|};")]
    [InlineData(
        "var parts = Fused(x).chunk(3, -1);\nreturn {|PMZ0037:functional.scaled_dot_product_attention(parts[0], parts[1], parts[2])|};")]
    public Task Heads_that_widen_count(string forward) => Subject.Analyzers.Verify(Attention(Fixed, forward));

    [Fact]
    public Task A_scale_that_the_constructor_computes_of_its_parameters_counts() => Subject.Analyzers.Verify(Attention(
        Fixed.Replace("Sqrt(_headSize)", "Sqrt(width / heads)", StringComparison.Ordinal),
        "return softmax({|PMZ0037:q.matmul(k.transpose(-2, -1)) * _scale|}, -1).matmul(v);"));

    [Theory]
    [InlineData("return softmax(torch.matmul(q, k.transpose(-2, -1)) * _scale, -1).matmul(v);")]
    [InlineData("return softmax(q.matmul(k.transpose(-2, -1)) / Math.Sqrt(k.size(-1)), -1).matmul(v);")]
    [InlineData("return functional.scaled_dot_product_attention(q, k, v);")]
    [InlineData(
        "var all = Fused(x).view(x.shape[0], x.shape[1], 3, _heads, -1).permute(2, 0, 3, 1, 4);\n"
            + "return functional.scaled_dot_product_attention(all[0], all[1], all[2]);")]
    public Task Heads_of_one_width_do_not(string forward) => Subject.Analyzers.Verify(Attention(Many, forward));

    [Theory]
    [InlineData("return softmax(q.matmul(k.transpose(-2, -1)) / _headSize, -1).matmul(v);")]
    [InlineData("x = x / Math.Sqrt(_width);\nreturn softmax(q.matmul(k.transpose(-2, -1)) / _headSize, -1).matmul(v);")]
    [InlineData("return softmax(functional.layer_norm(q, [_headSize]).matmul(k.transpose(-2, -1)), -1).matmul(v);")]
    [InlineData("var w = q.matmul(k.transpose(-2, -1));\nw = w / _headSize;\nreturn w.softmax(-1).matmul(v);")]
    [InlineData("return q.transpose(-2, -1).matmul(k).softmax(-1);")]
    [InlineData("return functional.scaled_dot_product_attention(x, x, x);")]
    public Task Other_scales_and_other_tensors_do_not(string forward) => Subject.Analyzers.Verify(Attention(Fixed, forward));

    /// <summary>What is divided by nothing, or by a number that stays, grows faster still: in attention, and in its linear kind.</summary>
    [Theory]
    [InlineData("return softmax({|PMZ0037:q.matmul(k.transpose(-2, -1))|}, -1).matmul(v);")]
    [InlineData("return softmax({|PMZ0037:q.matmul(k.transpose(-2, -1))|} / 8.0, -1).matmul(v);")]
    [InlineData("var w = {|PMZ0037:einsum(\"bhqd,bhkd->bhqk\", q, k)|};\nw = w - w.max();\nreturn w.softmax(-1).matmul(v);")]
    [InlineData("return Query({|PMZ0037:q.matmul(k.transpose(-2, -1).matmul(v))|} / 16);")]
    [InlineData("var kv = k.transpose(-2, -1).matmul(v);\nreturn Query({|PMZ0037:q.matmul(kv)|});")]
    public Task What_is_divided_by_nothing_counts(string forward) => Subject.Analyzers.Verify(Attention(Fixed, forward));

    [Theory]
    [InlineData("return softmax(q.matmul(k.transpose(-2, -1)), -1).matmul(v);")]
    [InlineData("var kv = k.transpose(-2, -1).matmul(v);\nreturn Query(q.matmul(kv));")]
    public Task Of_heads_of_one_width_it_may_be(string forward) => Subject.Analyzers.Verify(Attention(Many, forward));

    /// <summary>As most blocks are written: sizes off the input's shape, and helpers that are given queries, keys and values.</summary>
    [Theory]
    [InlineData(
        "var (b, t, c) = (x.size(0), x.size(1), x.size(2));\n"
            + "q = Query(x).view(b, t, _heads, c / _heads).transpose(1, 2);\n"
            + "return softmax({|PMZ0037:q.matmul(k.transpose(-2, -1)) * (1.0 / Math.Sqrt(k.size(-1)))|}, -1).matmul(v);")]
    [InlineData("return Dot(q, k, v);", "{|PMZ0037:q.matmul(k.transpose(-2, -1)) / Math.Sqrt(q.size(-1))|}")]
    [InlineData("return Dot(q, k, v);", "{|PMZ0037:q.matmul(k.transpose(-2, -1)) / Math.Sqrt(d)|}")]
    [InlineData(
        "var w = {|PMZ0037:Query(x).matmul(Key(x).transpose(-2, -1)) * Math.Pow(Key(x).shape[2], -0.5)|};\nreturn w.matmul(Value(x));")]
    public Task Sizes_of_shapes_and_helpers_count(string forward, string logits = "q") =>
        Subject.Analyzers.Verify(WithDot(Attention(Fixed, forward), logits));

    [Theory]
    [InlineData("return Dot(q, k, v);")]
    [InlineData("var (b, t, c) = (x.size(0), x.size(1), x.size(2));\nreturn Dot(Query(x).view(b, t, c / 16, 16).transpose(1, 2), k, v);")]
    public Task Helpers_that_are_given_heads_of_one_width_do_not(string forward) =>
        Subject.Analyzers.Verify(WithDot(Attention(Many, forward), "q.matmul(k.transpose(-2, -1)) / Math.Sqrt(k.size(-1))"));

    private static string WithDot(string attention, string logits) => attention.Replace(
        "private Tensor Attend(", $$"""
        private static Tensor Dot(Tensor q, Tensor k, Tensor v)
            {
                var d = k.shape[^1];
                return softmax({{logits}}, -1).matmul(v);
            }

            private Tensor Attend(
        """,
        StringComparison.Ordinal);

    [Fact]
    public Task A_baseline_is_meant_to() => Subject.Analyzers.Verify(
        Attention(Fixed, "return functional.scaled_dot_product_attention(q, k, v);")
            .Replace("BaseWidth = 64", "Baseline = true", StringComparison.Ordinal));

    [Fact]
    public Task The_fused_operator_is_named() => Subject.Analyzers.Verify(
        Attention(Fixed, "return {|PMZ0037:functional.scaled_dot_product_attention(q, k, v)|};"),
        new ExpectedDiagnostic(
            Id,
            "The heads of 'Mlp' widen like n, and scaled_dot_product_attention divides by the root of their width, so that logits grow "
                + "in training; "
                + "let the number of heads grow instead, or give the constructor the width of a head as [HeadWidth] and multiply the "
                + "query by FusedQueryScale"));

    private static string Attention(string sizes, string forward) => "using System;\n" + Source.Initialized(
        members: """
            private readonly long _width;
            private readonly long _heads;
            private readonly long _headSize;
            private readonly double _scale;
            private readonly Linear _query;
            private readonly Linear _key;
            private readonly Linear _value;
            private readonly Linear _fused;

            private Tensor Rows(Tensor x) => x.view(x.shape[0], x.shape[1], _heads, _headSize).transpose(1, 2);

            private Tensor Attend(Tensor x)
            {
                var q = Rows(Query(x));
                var k = Key(x).view(x.shape[0], -1, _heads, _headSize).transpose(1, 2).contiguous();
                var v = Value(x).reshape(new[] { x.shape[0], x.shape[1], _heads, _headSize }).permute(0, 2, 1, 3);

            """ + "    " + forward.Replace("\n", "\n    ", StringComparison.Ordinal) + "\n}",
        build: "_width = width;\n" + sizes
            + "\n_query = Linear(width, width);\n_key = Linear(width, width);\n_value = Linear(width, width);\n"
            + "_fused = Linear(width, 3 * width);",
        constructor: "Mlp([Width] long width, int heads = 4)",
        forward: "Attend(x)");
}
