#pragma warning disable CA5394 // Repeatable, not secret.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Parameterize.TestKit.Fuzzing;

/// <summary>One way to break a source. Works on tokens, because random characters rarely get past the lexer.</summary>
internal sealed record Mutation(string Name, Func<string, SyntaxToken[], Random, string> Apply)
{
    // What people, and code completion half way, leave in an argument; then what no one does.
    private static readonly string[] Garbage =
    [
        "", "null", "default", "-1", "0", "1e400", "double.NaN", "1.0 / 0", "int.MaxValue", "long.MinValue", "1 << 99", "..", "() => 1",
        "\"\"", "\"\\0\"", "'\\ud800'", "\"\\ud800\"", "typeof(", "typeof(int)", "nameof(X)", "@class", "(Missing)3", "Missing.Value",
        "new[] { 1, }", "new object[] { null }", "new object[] { null, new object[0] }", "x: ", "= 5", "Name = ", "Name = \"a\"",
    ];

    private static readonly string[] Oddities =
    [
        "\0", "\u2028", "\ud800", "\ufeff", "ß", "İ", "ﬁ", "𝒳", "\u200b", "\u0301", "/*", "\"", "\"\"\"", "'", "\\", "#if\n", "@", "$$",
    ];

    private static readonly string[] Names =
        ["@class", "_", "İıß", "𝒳", "System", "T", "global", "record", "field", "__arglist", "A.B", "A<T>", "scoped"];

    public static ImmutableArray<Mutation> All { get; } =
    [
        new("delete a token", (text, tokens, random) => Put(text, Pick(tokens, random).Span, "")),
        new("delete several tokens", DeleteRun),
        new("duplicate a token", DuplicateToken),
        new("swap two tokens", (text, tokens, random) => Swap(text, Pick(tokens, random).Span, Pick(tokens, random).Span)),
        new("truncate", (text, _, random) => text[..random.Next(text.Length + 1)]),
        new("rename", Rename),
        new("insert an oddity", (text, _, random) => Insert(text, random.Next(text.Length + 1), Pick(Oddities, random))),
        new("nest deeply", (text, tokens, random) => Nest(text, Pick(tokens, random), random)),
        new("duplicate everything", (text, _, _) => text + "\n" + text),
        new("drop attribute arguments", (text, _, random) => OnArguments(text, random, _ => null)),
        new("garbage in an attribute", (text, _, random) => OnArguments(text, random, _ => $"({Pick(Garbage, random)})")),
        new("more attribute arguments", (text, _, random) =>
            OnArguments(text, random, old => $"({old.Trim('(', ')')}, {Pick(Garbage, random)})")),
    ];

    private static T Pick<T>(T[] items, Random random) => items[random.Next(items.Length)];

    private static string Put(string text, TextSpan span, string what) =>
        string.Concat(text.AsSpan(0, span.Start), what, text.AsSpan(span.End));

    private static string Insert(string text, int position, string what) => text.Insert(position, what);

    private static string DuplicateToken(string text, SyntaxToken[] tokens, Random random)
    {
        var token = Pick(tokens, random);
        return Insert(text, token.Span.End, " " + token.Text);
    }

    private static string DeleteRun(string text, SyntaxToken[] tokens, Random random)
    {
        var first = random.Next(tokens.Length);
        var last = Math.Min(tokens.Length - 1, first + random.Next(1, 12));
        return Put(text, TextSpan.FromBounds(tokens[first].SpanStart, tokens[last].Span.End), "");
    }

    private static string Swap(string text, TextSpan one, TextSpan other)
    {
        var (first, second) = one.Start <= other.Start ? (one, other) : (other, one);
        if (first.OverlapsWith(second))
            return text;
        var (early, late) = (text.Substring(first.Start, first.Length), text.Substring(second.Start, second.Length));
        return Put(Put(text, second, early), first, late);
    }

    // Everywhere or in one place: the first keeps the program whole under an odd name, the second tears it.
    private static string Rename(string text, SyntaxToken[] tokens, Random random)
    {
        var identifiers = tokens.Where(t => t.IsKind(SyntaxKind.IdentifierToken)).ToArray();
        if (identifiers.Length == 0)
            return text;
        var (old, name) = (Pick(identifiers, random), Pick(Names, random));
        var everywhere = random.Next(2) == 0 && old.Text.Length > 0;
        return everywhere ? text.Replace(old.Text, name, StringComparison.Ordinal) : Put(text, old.Span, name);
    }

    // Deep enough to hurt a recursive visitor, shallow enough for the parser, which has a limit of its own.
    private static string Nest(string text, SyntaxToken at, Random random)
    {
        var (open, close) = random.Next(4) switch
        {
            0 => ("(", ")"),
            1 => ("class N{", "}"),
            2 => ("new[]{", "}"),
            _ => ("G<", ">"),
        };
        var depth = random.Next(50, 300);
        return Insert(text, at.SpanStart, string.Concat(Enumerable.Repeat(open, depth)) + string.Concat(Enumerable.Repeat(close, depth)));
    }

    private static string OnArguments(string text, Random random, Func<string, string?> replace)
    {
        var attributes = CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes()
            .OfType<Microsoft.CodeAnalysis.CSharp.Syntax.AttributeSyntax>()
            .ToArray();
        if (attributes.Length == 0)
            return text;
        var attribute = Pick(attributes, random);
        var span = attribute.ArgumentList?.Span ?? new TextSpan(attribute.Name.Span.End, 0);
        return Put(text, span, replace(text.Substring(span.Start, span.Length)) ?? "");
    }
}
