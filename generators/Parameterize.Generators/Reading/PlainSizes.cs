using Microsoft.CodeAnalysis;
using Parameterize.Generators.Evaluation;
using Parameterize.Scaling.Algebra;

namespace Parameterize.Generators.Reading;

/// <summary>
/// Whether a model's constructor makes a layer's size of a parameter that is not declared to grow. What is read inside holds only as
/// long as that parameter is no width of the model around it, which only the reading of that one can see.
/// </summary>
internal sealed class PlainSizes(ReadingContext context)
{
    /// <summary>A symbol that no parameter can have.</summary>
    private const string Probe = "?";

    public bool Reaches(IMethodSymbol constructor, IParameterSymbol parameter)
    {
        var type = constructor.ContainingType.OriginalDefinition;
        if (constructor.OriginalDefinition.DeclaringSyntaxReferences.Length == 0)
        {
            // Another assembly's: whole numbers are mostly sizes there, others are not.
            return Evaluator.IsWhole(parameter.Type);
        }

        var growing = Dimension.Growing(Factor.Of(Probe), Samples.None);
        var numbers = new GrowingNumbers(
            type,
            new Dictionary<string, Dimension> { [parameter.Name] = growing },
            new Dictionary<ISymbol, Dimension>(SymbolEqualityComparer.Default));
        return new Evaluator(numbers, context.Compilation, context.Cancellation).Members(type).Values.Any(member =>
            member.Calls.Any(static call => call.Arguments.Any(static size => !size.IsFinite))
                || member.Shape?.Any(static size => !size.IsFinite) == true);
    }
}
