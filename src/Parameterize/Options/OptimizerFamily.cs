namespace Parameterize;

/// <summary>Optimizers whose learning rates scale alike.</summary>
public enum OptimizerFamily
{
    /// <summary>The update is proportional to the gradient: SGD with or without momentum, ASGD.</summary>
    SgdLike,

    /// <summary>The update is normalised entry by entry: Adam, AdamW, Adamax, NAdam, RAdam, RMSprop, Adagrad, Adadelta, Rprop.</summary>
    AdamLike,
}
