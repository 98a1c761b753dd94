using System.Globalization;
using static TorchSharp.torch.nn;

namespace Parameterize.Experiments.Shapes;

/// <summary>A check of a model's table against its shapes.</summary>
/// <typeparam name="TModel">The annotated class.</typeparam>
public sealed class ShapeCheck<TModel>
    where TModel : Module, IParameterizedModel
{
    private readonly Func<long, TModel> _build;
    private IReadOnlyList<long>? _widths;

    internal ShapeCheck(Func<long, TModel> build) => _build = build ?? throw new ArgumentNullException(nameof(build));

    /// <summary>
    /// The numbers that models are built from; left out, the class's base width and 2, 3 and 4 times that. They need not be large: a factor
    /// that is no power of two tells more than a wide model.
    /// </summary>
    /// <exception cref="ArgumentException">There are fewer than two.</exception>
    public ShapeCheck<TModel> Widths(params IReadOnlyList<long> widths)
    {
        ArgumentNullException.ThrowIfNull(widths);
        _widths = [.. widths.Distinct().Order()];
        return _widths.Count > 1 && _widths[0] > 0
            ? this
            : throw new ArgumentException("How shapes grow shows at two positive widths or more.", nameof(widths));
    }

    /// <summary>Builds the models, one after the other, and compares.</summary>
    /// <exception cref="InvalidOperationException">
    /// A constructor threw, as where it found a contradiction itself; no shape changes with the number given; or shapes change when nothing
    /// does.
    /// </exception>
    public ShapeCheckResult Run()
    {
        var widths = _widths ?? Multiples(BaseWidth.Of(typeof(TModel)));
        var models = Build(widths);
        return models.Any(model => !model.HasShapesOf(models[0]))
            ? Compared(models)
            : throw new InvalidOperationException(
                $"No shape of '{models[0].Table.Model}' changes between width {widths[0]} and {widths[^1]}: "
                + "build it from the number that is given, as ShapeCheck.Of(width => new Model(width)).");
    }

    /// <summary>The same over any number that models are built from, such as a depth, with which no shape need grow.</summary>
    internal ShapeCheckResult RunOver(IReadOnlyList<long> sizes) => Compared(Build(sizes));

    /// <summary>A contradiction is the compiler's fault only where the model is built alike a second time.</summary>
    private ShapeCheckResult Compared(IReadOnlyList<BuiltShapes> models)
    {
        var result = ShapeComparison.Of(models);
        return result.Passed || models.FirstOrDefault(model => !BuiltShapes.Of(model.Width, _build).HasShapesOf(model)) is not { } changed
            ? result
            : throw new InvalidOperationException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{result.Model}' has other shapes when it is built from {changed.Width} again, so that how they grow is not to " +
                    $"be told: ")
                + "let the number that is given alone decide the sizes of layers, no random number and nothing that another model has " +
                    "left behind.");
    }

    private BuiltShapes[] Build(IReadOnlyList<long> sizes) => [.. sizes.Select(size => BuiltShapes.Of(size, _build))];

    private static long[] Multiples(long width) => [width, 2 * width, 3 * width, 4 * width];
}
