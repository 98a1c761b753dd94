using System.ComponentModel;

namespace Parameterize;

/// <summary>An annotated model as generated code of one that holds it sees it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface INestedModel : IParameterizedModel
{
    /// <summary>Takes on the table, the multipliers and the scales of given widths; no tensor changes.</summary>
    /// <param name="widths">The ratio of each width, in the class's order.</param>
    /// <param name="richness">r.</param>
    /// <param name="gamma">The prefactor of the activity.</param>
    ModelParameterization Resolve(IReadOnlyList<WidthRatio> widths, double richness, double gamma);
}
