#pragma warning disable CA5394 // Repeatable, not secret.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Parameterize.TestKit.Fuzzing;

/// <summary>
/// One way to write a source otherwise, so that it mostly compiles as before: what a generator makes of it has to compile too.
/// </summary>
internal sealed record Form(string Name, Func<string, CompilationUnitSyntax, Random, string> Apply)
{
    /// <summary>Words that are names in C#, names that generated code is likely to use itself, and names that look like others.</summary>
    private static readonly string[] Names =
    [
        "var", "nameof", "record", "field", "value", "await", "async", "dynamic", "partial", "where", "yield", "nint", "notnull",
        "unmanaged", "file",
        "required", "scoped", "global", "get", "set", "init", "when", "with", "add", "remove", "alias", "args", "managed", "_", "__",
        "@class", "@this",
        "n", "d", "L", "x", "i", "index", "name", "layer", "tensors", "generator", "group", "groups", "module", "row", "value", "width",
        "nValue",
        "System", "Math", "Func", "List", "Tensor", "Scalar", "Linear", "torch", "TorchSharp", "Parameterize", "Generated", "TorchSupport",
        "Optimizers",
        "Scaling", "Parameterization", "InitializeParameters", "RegisterComponents", "ParameterGroups", "_parameterization", "Mix",
        "_mixMultiplier",
        "inputVectorRule", "hiddenRule",
        "AttentionScale", "ResidualScale", "AdamW", "SGD", "İ", "ß", "e\u0301", "T", "Forward", "forward",
        "call", "Dispose",
    ];

    public static ImmutableArray<Form> All { get; } =
    [
        new("rename everywhere", Rename),
        new("rename a declaration everywhere", RenameDeclared),
        new("nest in types", Nest),
        new(
            "put into a namespace",
            (text, root, random) =>
                Wrap(
                    text, root,
                    $"namespace {Pick(["N", "A.B", "System.N", "Parameterize", "Parameterize.Generated", "@event.N"], random)}")),
        new("make local to the file", (text, root, random) => Modifier(text, Pick(Types(root), random), "file")),
        new("make a member nullable", MakeNullable),
        new("make a member static, required or volatile", (text, root, random) =>
            Insert(text, Pick(Fields(root), random)?.SpanStart, Pick(["required public ", "static ", "volatile ", "new "], random))),
        new("make something obsolete", (text, root, random) => Insert(text, Pick(Members(root), random)?.SpanStart, "[System.Obsolete] ")),
        new(
            "use an older nullable context",
            (text, root, random) => $"#nullable {Pick(["disable", "enable", "annotations", "enable warnings"], random)}\n{text}"),
        new("promise the CLS", (text, root, _) => Insert(text, Start(root), "[assembly: System.CLSCompliant(true)]\n")),
        new("split a constructor", SplitConstructor),
        new("chain a constructor", ChainConstructor),
        new("derive a class", Derive),
        new("duplicate a member", DuplicateMember),
        new("make a field a property", MakeProperty),
        new(
            "escape an identifier",
            (text, root, random) =>
                Insert(text, Pick(Identifiers(root).Where(token => token.Text[0] != '@').ToArray(), random).SpanStart, "@")),
    ];

    private static T? Pick<T>(T[] items, Random random) => items.Length == 0 ? default : items[random.Next(items.Length)];

    private static string Insert(string text, int? position, string? what) => position is { } at ? text.Insert(at, what ?? "") : text;

    private static string Put(string text, TextSpan span, string what) =>
        string.Concat(text.AsSpan(0, span.Start), what, text.AsSpan(span.End));

    private static SyntaxToken[] Identifiers(SyntaxNode root) =>
        [.. root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken) && token.Text.Length > 0)];

    private static TypeDeclarationSyntax[] Types(SyntaxNode root) => [.. root.DescendantNodes().OfType<TypeDeclarationSyntax>()];

    private static MemberDeclarationSyntax[] Members(SyntaxNode root) =>
        [.. Types(root).SelectMany(type => type.Members).Concat(Types(root))];

    private static FieldDeclarationSyntax[] Fields(SyntaxNode root) => [.. root.DescendantNodes().OfType<FieldDeclarationSyntax>()];

    private static int Start(CompilationUnitSyntax root) =>
        root.Members.FirstOrDefault()?.SpanStart is { } first
            ? Math.Min(first, root.AttributeLists.FirstOrDefault()?.SpanStart ?? first)
            : root.FullSpan.End;

    // By token, so that the program stays whole under its odd name.
    private static string Rename(string text, CompilationUnitSyntax root, Random random)
    {
        var tokens = Identifiers(root);
        return tokens.Length == 0 ? text : RenameAll(text, tokens, Pick(tokens, random).ValueText, random);
    }

    private static string RenameDeclared(string text, CompilationUnitSyntax root, Random random)
    {
        var declared = root.DescendantNodes().Select(node => node switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier,
            ParameterSyntax parameter => parameter.Identifier,
            VariableDeclaratorSyntax variable => variable.Identifier,
            PropertyDeclarationSyntax property => property.Identifier,
            MethodDeclarationSyntax method => method.Identifier,
            TypeParameterSyntax parameter => parameter.Identifier,
            _ => default,
        }).Where(token => token.Text.Length > 0).ToArray();
        return declared.Length == 0 ? text : RenameAll(text, Identifiers(root), Pick(declared, random).ValueText, random);
    }

    private static string RenameAll(string text, SyntaxToken[] tokens, string old, Random random)
    {
        var name = Pick(Names, random)!;
        name = random.Next(2) == 0 && SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
        return tokens.Where(token => token.ValueText == old).Reverse().Aggregate(text, (current, token) => Put(current, token.Span, name));
    }

    private static string Nest(string text, CompilationUnitSyntax root, Random random) => Wrap(text, root, Pick(
        [
            "public static partial class Outer", "partial class Outer<T> where T : class", "public partial interface IOuter<T>",
            "internal partial struct Outer",
            "public partial record Outer<T1, @class>", "public partial interface IOuter<in T, out U>", "public class Outer",
            "file partial class Outer",
        ],
        random)!);

    private static string Wrap(string text, CompilationUnitSyntax root, string header)
    {
        var start = root.Members.FirstOrDefault()?.SpanStart ?? root.FullSpan.End;
        return $"{text[..start]}{header}\n{{\n{text[start..]}\n}}\n";
    }

    private static string Modifier(string text, TypeDeclarationSyntax? type, string modifier)
    {
        if (type is null)
            return text;
        var access = type.Modifiers.FirstOrDefault(token =>
            token.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.PrivateKeyword);
        return access == default
            ? text.Insert(type.Modifiers.FirstOrDefault(type.Keyword).SpanStart, modifier + " ")
            : Put(text, access.Span, modifier);
    }

    private static string MakeNullable(string text, CompilationUnitSyntax root, Random random)
    {
        var types = Fields(root).Select(field => field.Declaration.Type)
            .Concat(root.DescendantNodes().OfType<PropertyDeclarationSyntax>().Select(property => property.Type))
            .SelectMany(type => type.DescendantNodesAndSelf().OfType<TypeSyntax>())
            .Where(type =>
                type is not (NullableTypeSyntax or PredefinedTypeSyntax or QualifiedNameSyntax) && type.Parent is not QualifiedNameSyntax)
            .ToArray();
        return Insert(text, Pick(types, random)?.Span.End, "?");
    }

    private static string SplitConstructor(string text, CompilationUnitSyntax root, Random random)
    {
        var constructor = Pick(
            [.. root.DescendantNodes().OfType<ConstructorDeclarationSyntax>().Where(one => one.Modifiers.Any(SyntaxKind.PublicKeyword))],
            random);
        if (constructor is null)
            return text;
        var plain = constructor.ParameterList.Parameters.Aggregate(
            "", (list, parameter) => $"{list}{(list.Length == 0 ? "" : ", ")}{parameter.Type} {parameter.Identifier}");
        var implementing =
            $"public partial {constructor.Identifier}({plain}){text[constructor.ParameterList.Span.End..constructor.Span.End]}";
        return Put(text, constructor.Span, $"public partial {constructor.Identifier}{constructor.ParameterList};\n\n    {implementing}");
    }

    private static string ChainConstructor(string text, CompilationUnitSyntax root, Random random)
    {
        var constructor = Pick(
            [.. root.DescendantNodes().OfType<ConstructorDeclarationSyntax>().Where(one => one.ParameterList.Parameters.Count > 0)],
            random);
        if (constructor is null)
            return text;
        var names = constructor.ParameterList.Parameters.Select(parameter => parameter.Identifier.Text).ToArray();
        var odd = random.Next(2) == 0 ? names : [.. names.Select(name => name.TrimStart('@') + "2")];
        var parameters = constructor.ParameterList.Parameters.Select((parameter, i) =>
            Put(parameter.ToString(), new(parameter.Identifier.SpanStart - parameter.SpanStart, parameter.Identifier.Span.Length), odd[i]));
        return text.Insert(
            constructor.SpanStart,
            $"public {constructor.Identifier}(string first, {string.Join(", ", parameters)}) : this({string.Join(", ", odd)}) {{ }}\n\n"
                + $"    ");
    }

    private static string Derive(string text, CompilationUnitSyntax root, Random random)
    {
        var constructor = Pick([.. root.DescendantNodes().OfType<ConstructorDeclarationSyntax>()], random);
        if (constructor?.Parent is not ClassDeclarationSyntax { TypeParameterList: null } type)
            return text;
        var arguments = string.Join(", ", constructor.ParameterList.Parameters.Select(parameter => parameter.Identifier.Text));
        var attribute = random.Next(2) == 0 ? string.Concat(type.AttributeLists) + "\n" : "";
        return text.Insert(
            type.Span.End,
            $"\n\n{attribute}public partial class Derived : {type.Identifier}\n{{\n"
                + $"    public Derived{constructor.ParameterList} : base({arguments}) {{ }}\n}}")
            .Replace("sealed partial", "partial", StringComparison.Ordinal);
    }

    private static string DuplicateMember(string text, CompilationUnitSyntax root, Random random)
    {
        var field = Pick([.. Fields(root).Where(one => one.Declaration.Variables.Count == 1)], random);
        if (field is null)
            return text;
        var old = field.Declaration.Variables[0].Identifier;
        var @new = Pick(
            [old.ValueText + "2", old.ValueText.ToUpperInvariant(), "_" + old.ValueText, old.ValueText.TrimStart('_')], random)!;
        var uses = root.DescendantNodes().OfType<AssignmentExpressionSyntax>().Where(one => one.Left.ToString() == old.Text).ToArray();
        foreach (var use in uses.Reverse())
            text = text.Insert(use.Parent!.Span.End, $"\n        {@new} = {use.Right};");
        return text.Insert(field.SpanStart, Put(field.ToString(), new(old.SpanStart - field.SpanStart, old.Span.Length), @new) + "\n    ");
    }

    private static string MakeProperty(string text, CompilationUnitSyntax root, Random random)
    {
        var field = Pick([.. Fields(root).Where(one => one.Declaration.Variables is [{ Initializer: null }])], random);
        return field is null ? text : Put(
            text, field.Span,
            $"{string.Concat(field.AttributeLists)} {Pick(["public", "private", "protected internal"], random)} {field.Declaration.Type} "
                + $"{field.Declaration.Variables[0].Identifier} {{ get; {Pick(["", "set; ", "init; "], random)}}}");
    }
}
