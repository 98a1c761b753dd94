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
        [("WidthAttribute", "n"), ("HeadWidthAttribute", "d"), ("DepthAttribute", "L")];

    /// <summary>
    /// As <c>n = width / 64, L = depth / 2</c>; empty where several sizes of one sort grow, whose symbols are the compiler's.
    /// </summary>
    public static string Of(Type type)
    {
        var parameters = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .SelectMany(constructor => constructor.GetParameters())
            .SelectMany(parameter => Axes.Select(
                axis => (axis.Symbol, parameter.Name, Given: Find(parameter.CustomAttributes, axis.Attribute))))
            .Where(size => size.Given is not null)
            .Select(size => (size.Symbol, size.Name, Base: Number(size.Given, "Base") ?? BaseWidth(type)))
            .Distinct().ToArray();
        return parameters.GroupBy(size => size.Symbol).Any(sort => sort.Count() > 1)
            ? ""
            : string.Join(", ", parameters.Select(size => FormattableString.Invariant($"{size.Symbol} = {size.Name} / {size.Base}")));
    }

    private static int BaseWidth(Type type) => Number(Find(type.CustomAttributes, "ParameterizeAttribute"), "BaseWidth")
        ?? Number(Find(type.Assembly.CustomAttributes, "ParameterizeDefaultsAttribute"), "BaseWidth")
        ?? DefaultBase;

    private static CustomAttributeData? Find(IEnumerable<CustomAttributeData> attributes, string name) =>
        attributes.FirstOrDefault(attribute => attribute.AttributeType.FullName == Namespace + name);

    private static int? Number(CustomAttributeData? attribute, string name) =>
        attribute?.NamedArguments.Where(argument => argument.MemberName == name).Select(argument => argument.TypedValue.Value)
            .OfType<int>().Where(number => number != 0).Select(number => (int?)number).FirstOrDefault();
}
