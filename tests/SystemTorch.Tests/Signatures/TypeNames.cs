using System.Reflection;
using System.Runtime.CompilerServices;

namespace SystemTorch.Tests.Signatures;

/// <summary>Names of types as the list of TorchSharp's API writes them.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    /// <summary>The type with its nullability.</summary>
    internal static string Of(Type type, NullabilityInfo? info = null)
    {
        if (type.IsByRef)
            return Of(type.GetElementType()!, info);
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Of(underlying) + "?";
        var suffix = info is { ReadState: NullabilityState.Nullable } && !type.IsValueType ? "?" : "";
        if (type.IsArray)
            return Of(type.GetElementType()!, info?.ElementType) + "[" + new string(',', type.GetArrayRank() - 1) + "]" + suffix;
        if (keywords.TryGetValue(type, out var keyword))
            return keyword + suffix;
        if (type.IsGenericParameter)
            return type.Name + suffix;
        return Named(type, info) + suffix;
    }

    private static string Named(Type type, NullabilityInfo? info)
    {
        var arguments = type.GetGenericArguments()
            .Select((argument, i) => Of(argument, info?.GenericTypeArguments.ElementAtOrDefault(i)))
            .ToArray();
        var isTuple = type.IsGenericType && type.IsAssignableTo(typeof(ITuple)) && type.IsValueType;
        if (isTuple && !type.GetGenericArguments().Any(argument => argument.IsGenericParameter))
            return $"({string.Join(", ", arguments)})";
        var name = type.Name.Split('`')[0];
        for (var outer = type.DeclaringType; outer is not null; outer = outer.DeclaringType)
            name = outer.Name.Split('`')[0] + "." + name;
        return arguments.Length == 0 ? name : $"{name}<{string.Join(", ", arguments)}>";
    }
}
