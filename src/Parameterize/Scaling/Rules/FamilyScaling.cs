namespace Parameterize.Scaling.Rules;

/// <summary>
/// What the options of a family's optimizers are multiplied by, for tensors that follow one rule: formulas in the symbolic table, numbers
/// in the resolved one.
/// </summary>
/// <typeparam name="T">A formula or a number.</typeparam>
/// <param name="LearningRate">eta.</param>
/// <param name="WeightDecay">lambda.</param>
/// <param name="Epsilon">The factor on epsilon: the size of the gradients.</param>
/// <param name="CoupledDecay">
/// lambda of a decay that joins the gradient before that is normalised entry by entry, as Adam's does and AdamW's does not.
/// </param>
public sealed record FamilyScaling<T>(T LearningRate, T WeightDecay, T Epsilon, T CoupledDecay)
{
    /// <summary>The same with each made into something else, such as a formula into its number.</summary>
    public FamilyScaling<TResult> Select<TResult>(Func<T, TResult> value) => value is null
        ? throw new ArgumentNullException(nameof(value))
        : new(value(LearningRate), value(WeightDecay), value(Epsilon), value(CoupledDecay));
}
