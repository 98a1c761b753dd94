namespace Parameterize.Generators.Parsing;

/// <summary>A call of a module factory in a constructor, such as <c>Linear(32, width)</c>.</summary>
/// <param name="Factory">The method's name.</param>
/// <param name="Dimensions">What is known of its arguments, by the parameters' order; left-out ones have their default.</param>
/// <param name="Flags">The arguments that are Boolean constants, by the parameters' order.</param>
internal sealed record FactoryCall(string Factory, IReadOnlyList<Dimension> Dimensions, IReadOnlyDictionary<int, bool> Flags)
{
    public Dimension Dimension(int index) => index < Dimensions.Count ? Dimensions[index] : Parsing.Dimension.Unknown;

    /// <summary>A Boolean argument: true, false, or null when it is no constant.</summary>
    public bool? Flag(int index) => Flags.TryGetValue(index, out var value) ? value : null;
}
