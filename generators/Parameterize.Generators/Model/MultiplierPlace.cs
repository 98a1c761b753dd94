namespace Parameterize.Generators.Model;

/// <summary>Where a layer's forward multiplier is applied.</summary>
internal enum MultiplierPlace
{
    /// <summary>On its input, so that the bias is not multiplied: what is linear in one input.</summary>
    Input,

    /// <summary>On its output: look-ups, which have no bias.</summary>
    Output,

    /// <summary>
    /// Nowhere: modules that use several weights inside, or take more than one input. Init and rate carry it, in the gauge without
    /// multipliers.
    /// </summary>
    Folded,
}
