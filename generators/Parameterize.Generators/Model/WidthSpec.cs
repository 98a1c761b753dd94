namespace Parameterize.Generators.Model;

/// <summary>One width, head width or depth: how it is named and where its value is read.</summary>
/// <param name="Parameter">The constructor parameter, such as <c>width</c>.</param>
/// <param name="Symbol">The ratio's name in formulas and generated code: <c>n</c> when there is one width.</param>
/// <param name="Base">The width's base.</param>
/// <param name="Witness">A C# expression of a dimension that grows with this width alone; null when no tensor shows it.</param>
/// <param name="WitnessBase">That dimension at the base width.</param>
/// <param name="Axis">What it is.</param>
internal sealed record WidthSpec(string Parameter, string Symbol, int Base, string? Witness, long WitnessBase, GrowthAxis Axis)
{
    /// <summary>How it is called as an argument: without the options object that holds it.</summary>
    public string Argument => Property is { } name ? char.ToLowerInvariant(name[0]) + name.Substring(1) : Parameter;

    /// <summary>The same with the object's name in front: <c>encoder.Width</c> becomes <c>encoderWidth</c>.</summary>
    public string QualifiedArgument => Property is { } name ? Parameter.Substring(0, Parameter.Length - name.Length - 1) + name : Parameter;

    private string? Property => Parameter.LastIndexOf('.') is >= 0 and var dot && dot < Parameter.Length - 1 ? Parameter.Substring(dot + 1) : null;
}
