using System.ComponentModel;

namespace Parameterize;

/// <summary>Builds instances of annotated classes in the standard parametrization, to compare with.</summary>
/// <remarks>
/// What is built has no multiplier, keeps what TorchSharp draws, and trains at one rate: it is, bit for bit, what the same class with
/// <c>[Parameterize(Baseline = true)]</c> builds. Models inside, and optimizers, are so too. It is known wherever the constructor's work is
/// done, on other threads too, and nowhere else.
/// </remarks>
public static class Baseline
{
    private static readonly AsyncLocal<bool> Begun = new();

    /// <summary>Whether what is built now is to be a baseline: generated code asks.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static bool IsUnderway => Begun.Value;

    /// <summary>As <c>Baseline.Of(() => new Mlp(width))</c>.</summary>
    /// <param name="build">Builds a model, and the models inside of it.</param>
    /// <typeparam name="TModel">What is built.</typeparam>
    /// <returns>What was built; a model that is built after that scales as its class says.</returns>
    public static TModel Of<TModel>(Func<TModel> build)
    {
        var around = Begun.Value;
        Begun.Value = true;
        try
        {
            return (build ?? throw new ArgumentNullException(nameof(build)))();
        }
        finally
        {
            Begun.Value = around;
        }
    }
}
