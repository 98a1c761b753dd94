using System.ComponentModel;

namespace Parameterize;

/// <summary>
/// Tells who watches a run what a layer gave out whose module is not called: a tied readout, which generated code applies by the weight
/// of an embedding. Watching is a matter of the thread that runs the model.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ForwardObservation
{
    [ThreadStatic]
    private static Action<object, object>? s_observer;

    /// <summary>Returns <paramref name="output"/>, and tells it to who watches.</summary>
    /// <param name="module">The layer's module.</param>
    /// <param name="output">What the layer gave out.</param>
    public static T Seen<T>(object module, T output)
        where T : class
    {
        s_observer?.Invoke(module, output);
        return output;
    }

    /// <summary>Runs something while it is watched.</summary>
    /// <param name="observer">Is told each module and its output.</param>
    /// <param name="run">What is watched.</param>
    public static void During(Action<object, object> observer, Action run)
    {
        var outer = s_observer;
        s_observer = observer;
        try
        {
            (run ?? throw new ArgumentNullException(nameof(run)))();
        }
        finally
        {
            s_observer = outer;
        }
    }
}
