using Microsoft.CodeAnalysis;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Reading;

/// <summary>Reads an option that is one of several. What a cast makes of a number need not be one of them.</summary>
internal static class ChoiceReader
{
    /// <summary>What is chosen; where that is nothing, or nothing that there is to choose, which is reported, the default.</summary>
    public static T Choice<T>(this ReadingContext context, AttributeData attribute, string name, string owner, T otherwise)
        where T : struct, Enum
    {
        if (attribute.Argument<int>(name) is not { } value)
        {
            return otherwise;
        }

        if (Enum.IsDefined(typeof(T), value))
        {
            return (T)Enum.ToObject(typeof(T), value);
        }

        var names = Enum.GetNames(typeof(T));
        var all = $"{string.Join(", ", names.Take(names.Length - 1))} and {names[names.Length - 1]}";
        context.Report(
            Descriptors.InvalidConstant, context.ArgumentLocation(attribute, name), name, Literal.Of(value), owner, $"it is one of {all}");
        return otherwise;
    }
}
