namespace Parameterize;

/// <summary>Which of a tensor's fans grow with width.</summary>
public enum ParameterKind
{
    /// <summary>Fan-in finite, fan-out a width: the first layer, an embedding.</summary>
    Input,

    /// <summary>Fan-in and fan-out both widths.</summary>
    Hidden,

    /// <summary>Fan-in a width, fan-out finite: the readout.</summary>
    Output,

    /// <summary>One width and no fan-in: the bias or norm gain of a width-sized layer.</summary>
    Vector,

    /// <summary>No width at all: the readout's bias, a scalar. Every factor is 1.</summary>
    Finite,
}
