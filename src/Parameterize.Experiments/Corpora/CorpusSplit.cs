namespace Parameterize.Experiments.Corpora;

/// <summary>Which part of a corpus a batch is drawn from.</summary>
public enum CorpusSplit
{
    /// <summary>The beginning of the text.</summary>
    Training,

    /// <summary>The end of the text; no window reaches from one part into the other.</summary>
    Validation,
}
