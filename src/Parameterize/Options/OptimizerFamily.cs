namespace Parameterize;

/// <summary>Optimizers whose learning rates scale alike.</summary>
public enum OptimizerFamily
{
    /// <summary>The update is proportional to the gradient: SGD with or without momentum, ASGD.</summary>
    SgdLike,

    /// <summary>The update is normalised entry by entry: Adam, AdamW, Adamax, NAdam, RAdam, RMSprop, Adagrad, Adadelta, Rprop.</summary>
    AdamLike,

    /// <summary>
    /// The update of a matrix is normalised as a whole, to spectral norm 1: Muon, and what orthogonalises or whitens, as Shampoo and
    /// SOAP do. That is said of hidden matrices and kernels; all other tensors are left to an Adam-like optimizer, and scale as under that.
    /// </summary>
    Spectral,
}
