using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Parameterize.Generators.Caching;
using Parameterize.Generators.Emission;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;

namespace Parameterize.Generators;

/// <summary>
/// From annotated classes to their generated parts. Reports nothing: what is wrong with a class is the analyzer's to say, and such a
/// class gets no part.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ParameterizeGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(static output =>
            Add(output, EmbeddedAttributeEmitter.HintName, EmbeddedAttributeEmitter.Source));

        var models = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => node is ClassDeclarationSyntax { AttributeLists.Count: > 0 }, Parse)
            .WithTrackingName(TrackingNames.Parse)
            .Where(static model => model is not null)
            .WithTrackingName(TrackingNames.Models);

        var complete = models.Collect()
            .Select(static (all, _) => new CompleteModels(all.Select(model => model!).ToArray()))
            .WithTrackingName(TrackingNames.Complete);

        var linked = models.Combine(complete)
            .Select(static (pair, _) => pair.Left!.WithoutBroken(pair.Right))
            .WithTrackingName(TrackingNames.Linked);

        var declarations = models
            .Select(static (model, _) => model!.Declaration)
            .WithTrackingName(TrackingNames.Declarations);

        var anyModel = models.Collect()
            .Select(static (all, _) => !all.IsEmpty)
            .WithTrackingName(TrackingNames.AnyModel);

        context.RegisterSourceOutput(
            linked, static (output, model) => Add(output, model.Declaration.Files.Model, ModelEmitter.Emit(model)));
        context.RegisterSourceOutput(
            declarations, static (output, type) => Add(output, type.Files.Optimizers, OptimizerEmitter.Emit(type)));
        context.RegisterSourceOutput(anyModel, static (output, any) => AddSupport(output, any));
    }

    // Not by ForAttributeWithMetadataName, which asks for the symbols of every attributed class before this can say that nothing changed.
    private static ModelSpec? Parse(GeneratorSyntaxContext context, CancellationToken cancellation) =>
        ReadingCache.Model((ClassDeclarationSyntax)context.Node, context.SemanticModel.Compilation, cancellation);

    private static void AddSupport(SourceProductionContext output, bool any)
    {
        if (any)
        {
            Add(output, GeneratedFiles.Support, TorchSupportEmitter.Source.Replace("\r", ""));
        }
    }

    private static void Add(IncrementalGeneratorPostInitializationContext output, string hintName, string source) =>
        output.AddSource(hintName, SourceText.From(source.Replace("\r", ""), Encoding.UTF8));

    private static void Add(SourceProductionContext output, string hintName, string source) =>
        output.AddSource(hintName, SourceText.From(source, Encoding.UTF8));
}
