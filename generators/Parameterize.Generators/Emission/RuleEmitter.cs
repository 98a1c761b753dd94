using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;
using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;

namespace Parameterize.Generators.Emission;

/// <summary>
/// Writes one parameter group: rate and weight decay of each family of optimizers, and epsilon, in the words of the table. A spectral
/// optimizer's own are those of groups that it does not leave to an Adam-like one; a coupled decay's is epsilon's where sigma is 1.
/// </summary>
internal static class RuleEmitter
{
    public static void Write(CodeWriter writer, RuleSpec rule, FactorExpression factors)
    {
        var families = rule.Formulas.Families;
        string?[] cells =
        [
            Literal.Of(rule.Name),
            Family("sgd", families.SgdLike),
            Family("adam", families.AdamLike),
            families.Spectral == families.AdamLike ? null : Factors("spectral", families.Spectral),
            families.AdamLike.Epsilon.IsOne ? null : $"epsilon: {factors.Of(families.AdamLike.Epsilon)}",
            families.AdamLike.CoupledDecay == families.AdamLike.Epsilon ? null : $"coupled: {factors.Of(families.AdamLike.CoupledDecay)}",
        ];
        writer.Write(
            writer.List(
                $"global::Parameterize.ParameterRule {rule.Variable} = {ArgumentNames.Tensors}.Rule(", cells.OfType<string>(), ");"));

        string? Family(string name, FamilyScaling<Factor> scaling) =>
            scaling is { LearningRate.IsOne: true, WeightDecay.IsOne: true } ? null : Factors(name, scaling);

        string Factors(string name, FamilyScaling<Factor> scaling) =>
            $"{name}: (eta: {factors.Of(scaling.LearningRate)}, lambda: {factors.Of(scaling.WeightDecay)})";
    }
}
