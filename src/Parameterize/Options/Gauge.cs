namespace Parameterize;

/// <summary>
/// One model, four ways to write it: <c>M -> theta M, sigma -> sigma/theta, eta -> eta/theta^2</c> (SGD) or <c>eta/theta</c> (Adam)
/// leaves training unchanged (Yang and Hu, arXiv 2011.14522, section 3; Karkada, arXiv 2404.19719, section 3).
/// </summary>
public enum Gauge
{
    /// <summary>The init does not depend on width; multipliers do. The tutorial's "model rescaling" form.</summary>
    NeuralTangent,

    /// <summary>No multiplier at all: zero cost in the forward pass. Init and rates carry the width.</summary>
    LearningRate,

    /// <summary>
    /// One global SGD learning rate for weights; biases and norms keep alpha squared. Multipliers and init carry the width.
    /// </summary>
    Multiplier,

    /// <summary>What microsoft/mup emits at r = 1/2: the readout alone has a multiplier, 1/m.</summary>
    TensorPrograms,
}
