using System.Reflection;

namespace Parameterize.Experiments.Shapes;

/// <summary>The base of a class's first width, from the attributes that the compiler read it from.</summary>
internal static class BaseWidth
{
    public static long Of(Type model) => OfWidth(model)
        ?? Named(model.CustomAttributes, typeof(ParameterizeAttribute), nameof(ScalingOptionsAttribute.BaseWidth))
        ?? Named(model.Assembly.CustomAttributes, typeof(ParameterizeDefaultsAttribute), nameof(ScalingOptionsAttribute.BaseWidth))
        ?? ScalingOptionsAttribute.DefaultBaseWidth;

    private static long? OfWidth(Type model) => model.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .SelectMany(constructor => constructor.GetParameters())
        .SelectMany(parameter => parameter.CustomAttributes
            .Concat(OfOptions(parameter.ParameterType)))
        .Where(attribute => attribute.AttributeType == typeof(WidthAttribute) || attribute.AttributeType == typeof(DotWidthAttribute))
        .Select(attribute => Named([attribute], attribute.AttributeType, nameof(WidthAttribute.Base)))
        .FirstOrDefault();

    /// <summary>On the properties of an options object, or on the record's parameters that these are made from.</summary>
    private static IEnumerable<CustomAttributeData> OfOptions(Type type) => typeof(TorchSharp.torch.nn.Module).IsAssignableFrom(type)
        ? []
        : type.GetProperties().SelectMany(property => property.CustomAttributes)
            .Concat(type.GetConstructors().SelectMany(constructor => constructor.GetParameters())
                .SelectMany(parameter => parameter.CustomAttributes));

    private static long? Named(IEnumerable<CustomAttributeData> attributes, Type type, string name) => attributes
        .Where(attribute => attribute.AttributeType == type)
        .SelectMany(attribute => attribute.NamedArguments)
        .Where(argument => argument.MemberName == name && argument.TypedValue.Value is > 0)
        .Select(argument => (long?)(int)argument.TypedValue.Value!)
        .FirstOrDefault();
}
