namespace Parameterize.Experiments.Coordinates;

/// <summary>What a slope over width was measured of; decides what a wrong slope tells.</summary>
public enum SlopeQuantity
{
    /// <summary>Size of a hidden layer's preactivations at initialization: predicted n^0.</summary>
    Preactivation,

    /// <summary>Change of a hidden layer since initialization: predicted n^(r - 1/2).</summary>
    HiddenChange,

    /// <summary>Size of the model's output at initialization: predicted n^-r.</summary>
    Output,

    /// <summary>Change of the model's output since initialization: predicted n^0.</summary>
    OutputChange,

    /// <summary>Change of attention logits since initialization: predicted n^(r - 1/2) at attention exponent 1.</summary>
    LogitsChange,
}
