using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Parameterize;

/// <summary>
/// The time in which a model is built that holds others at other sizes than their own base. Each of those scales itself, as ever, but
/// keeps what TorchSharp drew: the outer one then scales that anew, for the base that the inner one has in it. To scale the same
/// numbers twice would not be exact.
/// </summary>
/// <remarks>
/// Generated code begins one before the body of the constructor runs and completes it in InitializeParameters. It is known wherever the
/// constructor's work is done, on other threads too. A constructor that throws completes nothing: until its object is collected, models
/// that are built there keep their draws in vain, and scale as they would without.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelConstruction
{
    // Weak: a constructor that threw leaves its entry behind, which then goes with the object.
    private static readonly AsyncLocal<WeakReference<ModelConstruction>[]?> Begun = new();

    private static readonly ConditionalWeakTable<object, object> Draws = new();

    private volatile bool _isComplete;

    private ModelConstruction()
    {
    }

    /// <summary>Whether a model is being built around what is being built now.</summary>
    public static bool IsUnderway => Underway().Any();

    /// <summary>Begins one, inside of those that are under way.</summary>
    public static ModelConstruction Begin()
    {
        var construction = new ModelConstruction();
        Begun.Value = [.. Underway(), new WeakReference<ModelConstruction>(construction)];
        return construction;
    }

    /// <summary>Keeps what TorchSharp drew for a model, as long as the model lives.</summary>
    /// <param name="model">The model.</param>
    /// <param name="draws">Its draws.</param>
    public static void Keep(object model, object draws)
    {
        Draws.Remove(model);
        Draws.Add(model, draws);
    }

    /// <summary>What was kept for a model; null if nothing was.</summary>
    /// <param name="model">The model.</param>
    public static object? Kept(object model) => Draws.TryGetValue(model, out var draws) ? draws : null;

    /// <summary>Forgets it.</summary>
    /// <param name="model">The model.</param>
    public static void Forget(object model) => Draws.Remove(model);

    /// <summary>Ends it, and what was begun inside and never completed.</summary>
    public void Complete()
    {
        _isComplete = true;
        var around = Begun.Value?.TakeWhile(entry => !entry.TryGetTarget(out var construction) || construction != this) ?? [];
        Begun.Value = Underway(around).ToArray();
    }

    private static IEnumerable<WeakReference<ModelConstruction>> Underway() => Underway(Begun.Value ?? []);

    private static IEnumerable<WeakReference<ModelConstruction>> Underway(IEnumerable<WeakReference<ModelConstruction>> entries) =>
        entries.Where(entry => entry.TryGetTarget(out var construction) && !construction._isComplete);
}
