using System.Diagnostics;
using Parameterize.Generators.Diagnostics;

namespace Parameterize.Generators.Reading;

/// <summary>
/// An exception in the reading of a class, which would end the generation of all classes: it is said of the one it was thrown for.
/// </summary>
internal static class ReadingFault
{
    /// <summary>Followed by a class's name, the switch by which a test lets the reading of that class throw.</summary>
    private const string Switch = "Parameterize.Generators.FaultIn.";

    public static Finding Of(ReadingContext context, Exception exception) => new(
        Descriptors.Unreadable,
        context.ClassLocation,
        context.Type.Name,
        $"{exception.GetType().Name}: {Line(exception.Message)}",
        Place(exception));

    /// <summary>No constructor is known to bring a fault about, so a test plants one.</summary>
    public static void ThrowIfPlanted(ReadingContext context)
    {
        if (AppContext.TryGetSwitch(Switch + context.Type.Name, out var isPlanted) && isPlanted)
        {
            throw new InvalidOperationException("planted by a test");
        }
    }

    /// <summary>The innermost method of this assembly: those below are the framework's, which throw for anyone.</summary>
    private static string Place(Exception exception)
    {
        var methods = new StackTrace(exception).GetFrames()?.Select(frame => frame.GetMethod())
            .Where(method => method is not null)
            .ToArray() ?? [];
        var method = methods.FirstOrDefault(method => method.Module.Assembly == typeof(ReadingFault).Assembly) ?? methods.FirstOrDefault();
        return method is null ? "an unknown method" : $"{method.DeclaringType?.Name}.{method.Name}";
    }

    private static string Line(string message) =>
        string.Join(" ", message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
}
