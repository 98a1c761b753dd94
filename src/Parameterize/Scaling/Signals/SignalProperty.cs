namespace Parameterize.Scaling.Signals;

/// <summary>What exponents may have or lack (Karkada, arXiv 2404.19719, section 2; Yang and Hu, arXiv 2011.14522, section 3).</summary>
public enum SignalProperty
{
    /// <summary>Activations at init keep their size at every width; outputs do not grow. Yang and Hu's stability at init.</summary>
    Faithful,

    /// <summary>No activation and no output changes by more than its size in training. Yang and Hu's stability in training.</summary>
    Stable,

    /// <summary>The outputs change in training at every width: the tutorial's nontriviality criterion (NTC).</summary>
    Nontrivial,

    /// <summary>Every representation's change contributes to the outputs' change: the tutorial's useful update criterion (UUC).</summary>
    UsefulUpdate,

    /// <summary>Every layer learns as much as it is passed: the tutorial's maximality criterion (MAX).</summary>
    Maximal,
}
