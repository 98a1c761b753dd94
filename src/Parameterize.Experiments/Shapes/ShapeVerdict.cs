namespace Parameterize.Experiments.Shapes;

/// <summary>One row of a model's table against the shapes of its tensor.</summary>
/// <param name="Tensor">TorchSharp's name of it.</param>
/// <param name="Kind">The kind that the table has.</param>
/// <param name="Claimed">How the table's m and q grow.</param>
/// <param name="Measured">How the shapes say that they grow; null where axes cannot be told apart, or there is nothing to measure.</param>
/// <param name="Outcome">What follows.</param>
/// <param name="Diagnosis">Where they differ, what was seen and what to do; else empty.</param>
public sealed record ShapeVerdict(
    string Tensor, ParameterKind Kind, ShapeGrowth Claimed, ShapeGrowth? Measured, ShapeOutcome Outcome, string Diagnosis = "");

/// <summary>What shapes say of a row.</summary>
public enum ShapeOutcome
{
    /// <summary>They grow as it claims.</summary>
    Pass,

    /// <summary>They do not.</summary>
    Fail,

    /// <summary>It claims nothing: the tensor is [Unscaled], or the model a baseline.</summary>
    Unclaimed,
}
