using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace SystemTorch.Tests.Signatures;

/// <summary>Everything that users of an assembly can see, one member a line, in the notation of the list of TorchSharp's API.</summary>
internal static class Surface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    internal static IEnumerable<string> Of(Assembly assembly) =>
        assembly.GetTypes().Where(IsVisible).SelectMany(Of).Distinct().Order(StringComparer.Ordinal);

    private static bool IsVisible(Type type) =>
        !type.IsDefined(typeof(CompilerGeneratedAttribute))
        && (type.IsNested
            ? (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsVisible(type.DeclaringType!)
            : type.IsPublic);

    private static IEnumerable<string> Of(Type type)
    {
        var prefix = type.FullName + " :: ";
        if (type.IsEnum)
            return [prefix + string.Join(", ", Enum.GetNames(type).Select(name => $"{name}={Number(Enum.Parse(type, name))}"))];
        return type.GetMembers(Declared).Select(Of).OfType<string>().Select(member => prefix + member);
    }

    private static string? Of(MemberInfo member) => member switch
    {
        ConstructorInfo constructor when Access(constructor) is { } access && !constructor.IsStatic =>
            $"{access} ctor {constructor.DeclaringType!.Name.Split('`')[0]}({Parameters(constructor)})",
        MethodInfo method when Access(method) is { } access && IsOrdinary(method) =>
            $"{access}{Modifiers(method)} {ReturnType(method)} {Name(method)}({Parameters(method)})",
        PropertyInfo property when property.GetMethod is { } getter && Access(getter) is { } access => $"{access}{Property(property)}",
        FieldInfo field when Access(field) is { } access => $"{access} field{Modifiers(field)} {FieldType(field)} {field.Name}",
        _ => null,
    };

    private static string? Access(MethodBase method) =>
        method.IsPublic ? "public" : method.IsFamily ? "protected" : method.IsFamilyOrAssembly ? "protected internal" : null;

    private static string? Access(FieldInfo field) =>
        field.IsPublic ? "public" : field.IsFamily ? "protected" : field.IsFamilyOrAssembly ? "protected internal" : null;

    private static bool IsOrdinary(MethodInfo method) =>
        (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
        && !method.IsDefined(typeof(CompilerGeneratedAttribute));

    private static string ReturnType(MethodInfo method) => TypeNames.Of(method.ReturnType, Nullability(method.ReturnParameter));

    private static string FieldType(FieldInfo field) => TypeNames.Of(field.FieldType, new NullabilityInfoContext().Create(field));

    private static long Number(object value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);

    private static string Modifiers(MethodInfo method) =>
        method.IsStatic ? " static"
        : method.GetBaseDefinition() != method ? " override"
        : method.IsAbstract ? " abstract"
        : method.IsVirtual && !method.IsFinal ? " virtual"
        : "";

    private static string Modifiers(FieldInfo field) =>
        (field.IsStatic ? " static" : "") + (field.IsLiteral ? " const" : field.IsInitOnly ? " readonly" : "");

    private static string Name(MethodInfo method) =>
        method.IsGenericMethod
            ? $"{method.Name}<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>"
            : method.Name;

    private static string Property(PropertyInfo property)
    {
        var type = TypeNames.Of(property.PropertyType, new NullabilityInfoContext().Create(property));
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(Parameter))}]";
        var setter = property.SetMethod is { } set && Access(set) is not null ? " set;" : "";
        return $"{Modifiers(property.GetMethod!)} {type} {name} {{ get;{setter} }}";
    }

    private static string Parameters(MethodBase method)
    {
        var list = string.Join(", ", method.GetParameters().Select(Parameter));
        return method.IsDefined(typeof(ExtensionAttribute)) ? "this " + list : list;
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var text = $"{TypeNames.Of(parameter.ParameterType, Nullability(parameter))} {parameter.Name}";
        if (parameter.IsDefined(typeof(ParamArrayAttribute)))
            text = "params " + text;
        if (parameter.IsOut)
            text = "out " + text;
        return parameter.HasDefaultValue ? $"{text} = {Value(parameter)}" : text;
    }

    private static string Value(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return parameter.DefaultValue switch
        {
            null => type.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null ? "default" : "null",
            bool flag => flag ? "true" : "false",
            string text => $"\"{text}\"",
            { } value when type.IsEnum => $"{type.Name}.{Enum.GetName(type, value)}",
            IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
            { } value => value.ToString()!,
        };
    }

    private static NullabilityInfo? Nullability(ParameterInfo? parameter) =>
        parameter is null ? null : new NullabilityInfoContext().Create(parameter);
}
