namespace Parameterize.Generators.Diagnostics;

/// <summary>What a diagnostic tells its code fix beside its message.</summary>
internal static class DiagnosticProperties
{
    /// <summary>The attribute that would be right, without brackets: <c>Hidden</c>.</summary>
    public const string Kind = nameof(Kind);

    /// <summary>The embedding whose weight a readout takes.</summary>
    public const string TiedTo = nameof(TiedTo);

    /// <summary>The arguments that a call should have.</summary>
    public const string Arguments = nameof(Arguments);

    /// <summary>The exponents of the member's own [Exponents] that would restore what fails: <c>b=1/2;CSgd=1</c>.</summary>
    public const string Repair = nameof(Repair);
}
