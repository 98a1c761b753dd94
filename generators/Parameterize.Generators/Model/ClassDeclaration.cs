using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Model;

/// <summary>How an annotated class is declared: what its optimizers depend on, so that no other edit writes them again.</summary>
/// <param name="Files">The names of its generated files.</param>
/// <param name="Namespace">Null in the global namespace.</param>
/// <param name="Containers">Headers of the containing types, outermost first, such as <c>partial class Outer</c>.</param>
/// <param name="Header">The class's own header, such as <c>partial class Mlp&lt;T&gt;</c>.</param>
internal sealed record ClassDeclaration(GeneratedFiles Files, string? Namespace, EquatableArray<string> Containers, string Header);
