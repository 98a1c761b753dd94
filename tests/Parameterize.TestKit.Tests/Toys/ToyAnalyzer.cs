using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Parameterize.TestKit.Tests.Toys;

/// <summary>TOY1: a class name begins in lower case. TOY2: a class has no members; the whole declaration. Both on one class nest.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal class ToyAnalyzer : DiagnosticAnalyzer
{
#pragma warning disable RS2000, RS2001
    public static readonly DiagnosticDescriptor LowerCase =
        new("TOY1", "Lower case", "'{0}' begins in lower case", "Toys", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor Empty =
        new("TOY2", "Empty", "'{0}' is empty", "Toys", DiagnosticSeverity.Info, isEnabledByDefault: true);
#pragma warning restore RS2000, RS2001

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [LowerCase, Empty];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(c => Analyze((ClassDeclarationSyntax)c.Node, c.ReportDiagnostic), SyntaxKind.ClassDeclaration);
    }

    protected virtual void Analyze(ClassDeclarationSyntax type, Action<Diagnostic> report)
    {
        if (char.IsLower(type.Identifier.Text[0]))
            report(Diagnostic.Create(LowerCase, type.Identifier.GetLocation(), type.Identifier.Text));
        if (type.Members.Count == 0)
            report(Diagnostic.Create(Empty, type.GetLocation(), type.Identifier.Text));
    }
}

/// <summary>Rebuilds locations from a path, so that no pragma reaches them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RelocatingAnalyzer : ToyAnalyzer
{
    protected override void Analyze(ClassDeclarationSyntax type, Action<Diagnostic> report) =>
        base.Analyze(type, d => report(Diagnostic.Create(d.Descriptor, Rebuilt(d.Location), type.Identifier.Text)));

    private static Location Rebuilt(Location location) =>
        Location.Create(location.SourceTree!.FilePath, location.SourceSpan, location.GetLineSpan().Span);
}

[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class CrashingAnalyzer : ToyAnalyzer
{
    protected override void Analyze(ClassDeclarationSyntax type, Action<Diagnostic> report) =>
        throw new InvalidOperationException("crashed");
}

/// <summary>Offers two fixes of TOY1: upper case, or an underscore before.</summary>
internal sealed class ToyFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["TOY1"];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var name = context.Diagnostics[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture).Split('\'')[1];
        if (name.StartsWith("keep", StringComparison.Ordinal))
            return Task.CompletedTask;
        Offer("upper", char.ToUpperInvariant(name[0]) + name[1..]);
        Offer("underscore", "_" + name);
        return Task.CompletedTask;

        void Offer(string key, string text) =>
            context.RegisterCodeFix(CodeAction.Create($"Rename to {text}", c => Rename(text, c), key), context.Diagnostics);

        async Task<Document> Rename(string text, CancellationToken cancellationToken)
        {
            var old = await context.Document.GetTextAsync(cancellationToken);
            return context.Document.WithText(old.WithChanges(new TextChange(context.Span, text)));
        }
    }
}
