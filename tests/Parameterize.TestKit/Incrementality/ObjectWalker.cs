using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Parameterize.TestKit.Incrementality;

/// <summary>Walks an object graph by its fields, elements and computed properties, and finds the first object of Roslyn.</summary>
internal static class ObjectWalker
{
    private const int MaxDepth = 40;
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Where the walk met which type.</summary>
    public sealed record Found(string Path, Type Type);

    public static Found? FindRoslynObject(object? root, string name) =>
        Walk(root, name, new HashSet<object>(ReferenceEqualityComparer.Instance), depth: 0, computed: false);

    private static Found? Walk(object? value, string path, HashSet<object> seen, int depth, bool computed)
    {
        if (value is null || depth > MaxDepth)
            return null;
        // 'is', because all of these are abstract or interfaces: a comparison of exact types would never hold.
        if (value is ISymbol or SyntaxNode or SyntaxToken or SyntaxTrivia or SyntaxTree or SyntaxReference or Compilation or SemanticModel
            or Location or Diagnostic or AttributeData or IOperation)
            return new(path, value.GetType());

        var type = value.GetType();
        if (IsLeaf(type) || (!type.IsValueType && !seen.Add(value)))
            return null;

        foreach (var (part, child) in Stored(value, type))
            if (Walk(child, path + part, seen, depth + 1, computed) is { } found)
                return found;
        // Not below another computed value: properties that return fresh objects would be walked without end.
        foreach (var (part, child) in computed ? [] : Computed(value, type))
            if (Walk(child, path + part, seen, depth + 1, computed: true) is { } found)
                return found;
        return null;
    }

    // Types and members of reflection hold the whole runtime, and nothing of a compilation.
    private static bool IsLeaf(Type type) =>
        type.IsPrimitive || type.IsEnum || type.IsPointer || type == typeof(string) || type == typeof(decimal)
        || typeof(MemberInfo).IsAssignableFrom(type) || typeof(Assembly).IsAssignableFrom(type) || typeof(Module).IsAssignableFrom(type);

    private static IEnumerable<(string Part, object? Child)> Stored(object value, Type type)
    {
        if (value is IEnumerable sequence && Elements(sequence) is { } elements)
        {
            for (var i = 0; i < elements.Count; i++)
                yield return (FormattableString.Invariant($"[{i}]"), elements[i]);
            if (IsOfSystem(type))
                yield break;
        }

        foreach (var field in Levels(type).SelectMany(level => level.GetFields(Declared)))
            if (!field.FieldType.IsPointer && !field.FieldType.IsByRefLike)
                yield return ("." + NameOf(field), field.GetValue(value));
    }

    // Auto properties are their fields; one that computes its value may look it up in a static table.
    private static IEnumerable<(string Part, object? Child)> Computed(object value, Type type) =>
        from level in Levels(type)
        where !IsOfSystem(level)
        from property in level.GetProperties(Declared)
        where Computes(property, level)
        select ("." + property.Name, TryGet(property, value));

    private static IEnumerable<Type> Levels(Type type)
    {
        for (var level = type; level is not null && level != typeof(object); level = level.BaseType)
            yield return level;
    }

    // An immutable array that was never assigned cannot be enumerated. It is also empty.
    private static List<object?>? Elements(IEnumerable sequence)
    {
        try
        {
            return [.. sequence.Cast<object?>()];
        }
        catch (Exception e) when (e is InvalidOperationException or NullReferenceException)
        {
            return null;
        }
    }

    private static bool Computes(PropertyInfo property, Type owner) =>
        property.CanRead && property.GetIndexParameters().Length == 0
        && property.PropertyType is { IsByRefLike: false, IsPointer: false, IsByRef: false }
        && owner.GetField($"<{property.Name}>k__BackingField", Declared) is null;

    private static object? TryGet(PropertyInfo property, object value)
    {
        try
        {
            return property.GetValue(value);
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }

    private static bool IsOfSystem(Type type) => type.Namespace?.Split('.')[0] == "System";

    // '<Name>k__BackingField' is what a reader knows as Name.
    private static string NameOf(FieldInfo field) =>
        field.Name is ['<', ..] name && name.IndexOf('>', StringComparison.Ordinal) is > 1 and var end ? name[1..end] : field.Name;
}
