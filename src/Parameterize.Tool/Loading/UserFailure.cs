namespace Parameterize.Tool.Loading;

/// <summary>An exception out of the user's own code, in words that let him find it.</summary>
internal static class UserFailure
{
    private const int FramesShown = 6;

    /// <summary>Type, message, and where it was thrown.</summary>
    public static string Of(Exception exception)
    {
        var cause = exception;
        while (cause is AggregateException or System.Reflection.TargetInvocationException or TypeInitializationException && cause.InnerException is { } inner) cause = inner;
        var frames = (cause.StackTrace ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(FramesShown);
        return $"{cause.GetType().Name}: {cause.Message}\n{string.Join("\n", frames.Select(frame => frame.TrimEnd()))}";
    }
}
