using System.Reflection;

namespace Parameterize.Tool.Loading;

/// <summary>An exception out of the user's own code, in words that let him find it.</summary>
internal static class UserFailure
{
    private const int FramesShown = 6;

    /// <summary>Calls the user's code.</summary>
    /// <param name="what">What is called, as the beginning of a sentence.</param>
    /// <param name="call">The call.</param>
    /// <exception cref="UserException">It threw; the message says what and where.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static T Explained<T>(string what, Func<T> call)
    {
        try
        {
            return call();
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or UserException))
        {
            throw new UserException($"{what} failed in the experiment's own code: {Of(exception)}", exception, ExitCode.Failed);
        }
    }

    /// <summary>Type, message, and where it was thrown.</summary>
    public static string Of(Exception exception)
    {
        var cause = Cause(exception);
        var frames = (cause.StackTrace ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(FramesShown);
        return $"{cause.GetType().Name}: {cause.Message}\n{string.Join("\n", frames.Select(frame => frame.TrimEnd()))}";
    }

    /// <summary>What was thrown, out of what the runtime wraps it in.</summary>
    public static Exception Cause(Exception exception) =>
        exception is AggregateException or TargetInvocationException or TypeInitializationException && exception.InnerException is { } inner
            ? Cause(inner)
            : exception;
}
