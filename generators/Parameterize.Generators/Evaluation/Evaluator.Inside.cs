using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Evaluation;

/// <content>
/// The layers of models inside, which their own classes build. Where the class draws all of its layers, as by <c>apply(InitWeights)</c>, it
/// draws
/// these too: one of each kind stands for all of them, whatever their sizes.
/// </content>
internal sealed partial class Evaluator
{
    private const string OfUnknownSize =
        "is the size of a layer of a model inside, which is not followed; draw such layers in that model's constructor";

    private readonly HashSet<SyntaxNode> _models = [];
    private IReadOnlyList<FactoryCall>? _inside;

    /// <summary>What the layers of models inside were drawn from by this class, by class of TorchSharp's and tensor.</summary>
    public IReadOnlyList<InsideDraw> InsideDraws { get; private set; } = [];

    /// <summary>A layer of each kind that TorchSharp has.</summary>
    private IReadOnlyList<FactoryCall> Inside => _inside ??= OneOfEach();

    private IReadOnlyList<FactoryCall> OneOfEach()
    {
        var factories = _model.SelfAndBases()
            .FirstOrDefault(static current => current.Is(WellKnownNames.Module))?.ContainingType?.GetMembers()
            .OfType<IMethodSymbol>()
            .Where(LayerCatalogue.IsFactory)
            .GroupBy(static factory => factory.ReturnType.Name)
            .Select(static overloads => overloads.First())
            .ToArray() ?? [];

        // They stand nowhere in the source: each has a place in a text of their own.
        var sites = CSharpSyntaxTree.ParseText(
            string.Concat(factories.Select(static factory => factory.Name + ";")), cancellationToken: cancellation)
            .GetRoot(cancellation).DescendantNodes().OfType<IdentifierNameSyntax>().ToArray();
        return factories.Select((factory, index) => new FactoryCall(
            factory,
            factory.Parameters.Select(_ => Dimension.Unclear(new Doubt(sites[index], OfUnknownSize))).ToArray(),
            new Dictionary<int, bool>(),
            sites[index]) { IsAll = true }).ToArray();
    }

    private IReadOnlyList<Value> LayersInside => Inside.Select(static call => Nothing() with { Calls = [call] }).ToArray();

    /// <summary>A model inside is made, whose layers nobody but its own class has drawn yet.</summary>
    private void MadeInside(SyntaxNode at)
    {
        _models.Add(at);
        foreach (var call in Inside)
        {
            Made(
                call, call.Syntax,
                LayerCatalogue.Of(call.Method.ReturnType)!.Tensors.Select(static tensor => (tensor.Name, TensorDraw.Default)));
        }
    }

    private IReadOnlyList<InsideDraw> DrawnInside() => (_inside ?? [])
        .SelectMany(call => LayerCatalogue.Of(call.Method.ReturnType)!.Tensors
            .Select(tensor => new InsideDraw(call.Method.ReturnType.Name, tensor.Name, DrawsOf(call.Syntax, tensor.Name))))
        .Where(static drawn => drawn.Draws.Any(static draw => draw.At is not null))
        .ToArray();
}

/// <summary>What a class drew the layers of models inside from.</summary>
/// <param name="Layer">The layers' class.</param>
/// <param name="Tensor">The tensor's name in the layer.</param>
/// <param name="Draws">What it may have been drawn from.</param>
internal sealed record InsideDraw(string Layer, string Tensor, IReadOnlyList<TensorDraw> Draws);
