namespace Parameterize.Generators.Evaluation;

/// <summary>Whether a module has one of its optional tensors, such as a bias, as the calls that make it tell.</summary>
internal enum TensorPresence
{
    /// <summary>Every call makes it.</summary>
    Always,

    /// <summary>Calls differ, or they do not tell.</summary>
    Unknown,

    /// <summary>No call makes it.</summary>
    Never,
}
