using Microsoft.CodeAnalysis;

namespace Parameterize.CodeFixes.Annotation;

/// <summary>A class that is to be annotated.</summary>
/// <param name="Type">The class.</param>
/// <param name="Base">Its base width.</param>
/// <param name="Widths">Its widths, and what each is at base width.</param>
internal sealed record PlannedModel(INamedTypeSymbol Type, int Base, IReadOnlyDictionary<LayerSize, int> Widths);

/// <summary>What is to be annotated, and what could not be decided.</summary>
internal sealed record AnnotationPlan(IReadOnlyList<PlannedModel> Models, IReadOnlyList<Remark> Remarks);
