using Parameterize.Scaling.Rules;

namespace Parameterize.Training.Tests.Models;

/// <summary>Annotated classes that are written, generated for, compiled and loaded while the tests run.</summary>
internal static class DrawnModels
{
    /// <summary>One class for each draw, in the same order; each has a method Optimizer.</summary>
    public static IReadOnlyList<Type> Of(IReadOnlyList<DrawnExponents> draws)
    {
        var assembly = WrittenModels.Compile(string.Concat(draws.Select(Source)));
        return [.. draws.Select((_, index) => assembly.GetType(Name(index), throwOnError: true)!)];
    }

    private static string Name(int index) => FormattableString.Invariant($"Drawn{index}");

    // The base width is 1, so that the widths of a check are far enough in the limit for its slopes to be those of the limit. Under
    // Adam each of the inputs moves a preactivation by the rate: without the constant that change would hide all others at these widths.
    private static string Source(DrawnExponents drawn, int index) => $$"""
        [Parameterize(BaseWidth = 1)]
        public sealed partial class {{Name(index)}} : Module<Tensor, Tensor>
        {
            [Input(InitStd = 0.17677669529663687, LearningRate = {{(drawn.Family == OptimizerFamily.AdamLike
                ? $"1.0 / {PlainMlp.Inputs}"
                : "1")}}), {{Attribute(drawn.Embed, drawn.Family)}}] private readonly Linear _embed;
            [Hidden(InitStd = 1.4142135623730951), {{Attribute(drawn.Mix, drawn.Family)}}] private readonly Linear _mix;
            [Output(InitStd = 1), {{Attribute(drawn.Readout, drawn.Family)}}] private readonly Linear _readout;

            public {{Name(index)}}([Width] long width)
                : base("drawn")
            {
                _embed = Linear({{PlainMlp.Inputs}}, width, hasBias: false);
                _mix = Linear(width, width, hasBias: false);
                _readout = Linear(width, {{PlainMlp.Outputs}}, hasBias: false);
                InitializeParameters();
            }

            public override Tensor forward(Tensor x) => Readout(functional.gelu(Mix(functional.gelu(Embed(x)))));

            public optim.Optimizer Optimizer() => {{(drawn.Family == OptimizerFamily.SgdLike ? "SGD(0.05)" : "Adam(0.005, eps: 1e-30)")}};
        }

        """;

    private static string Attribute(Exponents of, OptimizerFamily family)
    {
        var rate = family == OptimizerFamily.SgdLike ? "CSgd" : "CAdam";
        return FormattableString.Invariant(
            $"Exponents({of.A.ToDouble():R}, {of.B!.Value.ToDouble():R}, {rate} = {of.C!.Value.ToDouble():R})");
    }
}
