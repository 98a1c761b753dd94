using Parameterize.CodeFixes;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class DotUnscaledTests : RuleTests
{
    public override string Id => "PMZ0046";

    public override string Hit => Towers("return {|PMZ0046:(a * b).sum(-1)|};");

    public override string Message =>
        "The result of 'Towers' is a product of two vectors that widen like n, which grows in training as they widen; mark 'width' "
            + "[DotWidth] "
            + "and multiply it by DotScale in place of one over the root of the width, or by BareDotScale where there is none";

    public override string NearMiss => Towers("return (a * b).sum(-1) * DotScale;", "[DotWidth]");

    [Theory]
    [InlineData("return {|PMZ0046:a.matmul(b.t())|} / 0.07;")]
    [InlineData("return functional.log_softmax({|PMZ0046:a.mm(b.T)|}, 1);")]
    [InlineData("return -{|PMZ0046:bmm(a.unsqueeze(1), b.unsqueeze(2))|}.squeeze();")]
    [InlineData("return {|PMZ0046:einsum(\"bd,cd->bc\", a, b)|};")]
    [InlineData("return {|PMZ0046:torch.sum(a.mul(b), dim: 1)|}.sigmoid();")]
    [InlineData("return {|PMZ0046:torch.inner(functional.relu(a), b)|};")]
    [InlineData("return {|PMZ0046:a.matmul(b.transpose(-2, -1))|};")]
    [InlineData("var logits = {|PMZ0046:a.mm(b.t())|};\nlogits = logits - logits.max();\nreturn logits;")]
    [InlineData("var score = Bias(x);\nscore += {|PMZ0046:(a * b).sum(1, keepdim: true)|};\nreturn score.squeeze();")]
    [InlineData("var product = a * b;\nreturn {|PMZ0046:product.sum()|};")]
    public Task What_is_summed_over_a_width_counts(string forward) => Subject.Analyzers.Verify(Towers(forward));

    [Theory]
    [InlineData("return a * b;")]
    [InlineData("return (a * b).mean(new long[] { -1 });")]
    [InlineData("return functional.cosine_similarity(a, b);")]
    [InlineData("return functional.normalize(a).matmul(functional.normalize(b).t());")]
    [InlineData("return (a / a.norm(1, true)).mm(b.t());")]
    [InlineData("return a.mm(b.t()) / (a.norm() * b.norm());")]
    [InlineData("return a.mm(b.t()) / _width;")]
    [InlineData("return {|PMZ0037:a.mm(b.t()) / System.Math.Sqrt(_width)|};")]
    [InlineData("var logits = a.mm(b.t());\nlogits /= _width;\nreturn logits;")]
    [InlineData("return (Bias(x) * Bias(y)).sum(-1);")]
    [InlineData("return (a.softmax(-1) * b).sum(-1);")]
    [InlineData("return {|PMZ0037:a.mm(b.t())|}.softmax(-1).mm(b);")]
    [InlineData("return Bias({|PMZ0037:a.mm(b.t())|});")]
    [InlineData("return a.mm(a.t()).detach();")]
    [InlineData("return x.mm(b.t());")]
    [InlineData("return a.t().mm(b);")]
    [InlineData("return einsum(\"bd,bc->dc\", a, b);")]
    [InlineData("var penalty = (a * b).sum();\nSystem.Console.WriteLine(penalty.item<float>());\nreturn a;")]
    public Task Gates_cosines_attention_and_scales_of_one_s_own_do_not(string forward) => Subject.Analyzers.Verify(Towers(forward));

    [Fact]
    public Task A_baseline_is_meant_to() => Subject.Analyzers.Verify(
        Towers("return (a * b).sum(-1);").Replace("BaseWidth = 64", "Baseline = true", StringComparison.Ordinal));

    [Theory]
    [InlineData("return {|PMZ0046:(a * b).sum(-1)|};", "return (a * b).sum(-1) * BareDotScale;")]
    [InlineData(
        "return -{|PMZ0046:bmm(a.unsqueeze(1), b.unsqueeze(2))|}.squeeze();",
        "return -(bmm(a.unsqueeze(1), b.unsqueeze(2)) * BareDotScale).squeeze();")]
    public Task The_fix_marks_the_width_and_multiplies(string before, string after) =>
        Subject.Fix<ScaleProductFix>().Verify(Towers(before), Towers(after, "[DotWidth]"));

    [Fact]
    public Task Where_the_width_is_marked_it_multiplies() => Subject.Fix<ScaleProductFix>().Verify(
        Towers("return {|PMZ0046:a.mm(b.t())|};", "[DotWidth(Base = 32)]"),
        Towers("return a.mm(b.t()) * BareDotScale;", "[DotWidth(Base = 32)]"));

    [Fact]
    public Task Word_vectors_are_vectors() => Subject.Analyzers.Verify(Source.Usings + """
        [Parameterize(BaseWidth = 8)]
        public partial class SkipGram : Module<Tensor, Tensor, Tensor>
        {
            private readonly Embedding u;
            private readonly Embedding v;

            public SkipGram(long words, [Width] long width) : base("SkipGram")
            {
                u = Embedding(words, width);
                v = Embedding(words, width);
                InitializeParameters();
            }

            public override Tensor forward(Tensor word, Tensor context)
            {
                var center = U(word);
                var score = functional.logsigmoid({|PMZ0046:(center * V(context)).sum(1)|});
                return -score.mean();
            }
        }
        """);

    private static string Towers(string forward, string width = "[Width]") => Source.Usings + $$"""
        [Parameterize(BaseWidth = 64)]
        public sealed partial class Towers : Module<Tensor, Tensor, Tensor>
        {
            private readonly long _width;
            private readonly Linear _left;
            private readonly Linear _right;
            private readonly Linear _bias;

            public Towers({{width}} long width) : base("Towers")
            {
                _width = width;
                _left = Linear(8, width);
                _right = Linear(8, width);
                _bias = Linear(8, 1);
                InitializeParameters();
            }

            public override Tensor forward(Tensor x, Tensor y)
            {
                var a = Left(x);
                var b = Right(y);
                {{forward.Replace("\n", "\n        ", StringComparison.Ordinal)}}
            }
        }

        """;
}
