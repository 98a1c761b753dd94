namespace Parameterize.Inference.Tests.Oracle;

/// <summary>What came of a model.</summary>
internal enum Outcome
{
    /// <summary>Every row of the table is that of the real shapes.</summary>
    Right,

    /// <summary>A diagnostic stops the build.</summary>
    Refused,

    /// <summary>
    /// The table contradicts the shapes, or there is no way to the table: no diagnostic and no code, or code that does not run.
    /// </summary>
    Wrong,
}

/// <summary>What came of one model, and why.</summary>
/// <param name="Model">The model.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Detail">The diagnostics of a refusal; tensor, claim and shape of what is wrong.</param>
internal sealed record Verdict(ModelText Model, Outcome Outcome, string Detail)
{
    /// <summary>The real kind of each tensor; empty unless the model was built.</summary>
    public IReadOnlyDictionary<string, ParameterKind> Kinds { get; init; } = ImmutableDictionary<string, ParameterKind>.Empty;

    /// <inheritdoc/>
    public override string ToString() => $"{Model}: {Outcome}\n{Detail}";
}
