using System.Reflection;

namespace Parameterize.Testing.Locks;

/// <summary>
/// What the symbols of a class's formulas are, as its attributes say: by name, since the library is the user's own version of it.
/// </summary>
internal static class ModelSizes
{
    private const string Namespace = "Parameterize.";
    private const int DefaultBase = 64; // ScalingOptionsAttribute.DefaultBaseWidth

    private static readonly (string Attribute, string Symbol)[] Axes =
        [("WidthAttribute", "n"), ("DotWidthAttribute", "n"), ("HeadWidthAttribute", "d"), ("DepthAttribute", "L")];

    /// <summary>
    /// As <c>n = width / 64, L = depth / 2</c>; empty where several sizes of one sort grow, whose symbols are the compiler's.
    /// </summary>
    public static string Of(Type type)
    {
        var sizes = ConstructorsOf(type)
            .SelectMany(constructor => constructor.GetParameters())
            .SelectMany(parameter => OfOptions(parameter, type.Assembly)
                .Prepend((Name: parameter.Name!, Attributes: parameter.CustomAttributes)))
            .SelectMany(place => Axes.Select(axis => (axis.Symbol, place.Name, Given: Find(place.Attributes, axis.Attribute))))
            .Where(size => size.Given is not null)
            .Select(size => (size.Symbol, size.Name, Base: Number(size.Given, "Base") ?? BaseWidth(type)))
            .Distinct().ToArray();
        return sizes.GroupBy(size => size.Symbol).Any(sort => sort.Count() > 1)
            ? ""
            : string.Join(", ", sizes.Select(size => FormattableString.Invariant($"{size.Symbol} = {size.Name} / {size.Base}")));
    }

    /// <summary>The properties of an options object of the user's own, as <c>config.Width</c>; in a record the parameter has the attribute.
    /// </summary>
    private static IEnumerable<(string Name, IEnumerable<CustomAttributeData> Attributes)> OfOptions(ParameterInfo parameter, Assembly own)
    {
        var type = parameter.ParameterType;
        return type.Assembly != own ? [] : type.GetProperties().Select(property => (
            $"{parameter.Name}.{property.Name}",
            property.CustomAttributes.Concat(ConstructorsOf(type)
                .SelectMany(constructor => constructor.GetParameters())
                .Where(one => one.Name == property.Name)
                .SelectMany(one => one.CustomAttributes))));
    }

    private static ConstructorInfo[] ConstructorsOf(Type type) =>
        type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);

    private static int BaseWidth(Type type) => Number(Find(type.CustomAttributes, "ParameterizeAttribute"), "BaseWidth")
        ?? Number(Find(type.Assembly.CustomAttributes, "ParameterizeDefaultsAttribute"), "BaseWidth")
        ?? DefaultBase;

    private static CustomAttributeData? Find(IEnumerable<CustomAttributeData> attributes, string name) =>
        attributes.FirstOrDefault(attribute => attribute.AttributeType.FullName == Namespace + name);

    private static int? Number(CustomAttributeData? attribute, string name) =>
        attribute?.NamedArguments.Where(argument => argument.MemberName == name).Select(argument => argument.TypedValue.Value)
            .OfType<int>().Where(number => number != 0).Select(number => (int?)number).FirstOrDefault();
}
