using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Evaluation;

/// <content>
/// Static state. What others can write is unknown, unless the constructor itself wrote it before; what only a class can write, in all its
/// parts, is what its initialiser says if nothing else writes it.
/// </content>
internal sealed partial class Evaluator
{
    private const string Writable = "can be set elsewhere, so that its value here is not known; make it const or readonly";

    // The object that stands for all static members.
    private readonly Thing _statics = new(ThingKind.Made, null);

    // The static members whose initialisers are being evaluated.
    private readonly Stack<ISymbol> _initialStatics = new();

    private Value ReadStatic(ISymbol member, IMemberReferenceOperation at, Frame frame)
    {
        if (KeyOf(member) is { } key)
        {
            if (IsOfSeveral(member))
            {
                return Value.Unclear(
                    new(at.Syntax, "is another number for each type argument, which is not followed; use a class that is not generic"));
            }

            if (_lost.TryGetValue(member.OriginalDefinition, out var lost))
            {
                return Value.Unclear(lost);
            }

            if (_store.Find(_statics, key) is { } written)
            {
                return written;
            }

            var value = member.IsSourced() ? InitialStatic(member, at) : ForeignStatic(member, at);
            Write(new Place(_statics, key), value, at.Syntax);
            return value;
        }

        if (member is IPropertySymbol { GetMethod: { } getter } && Body(getter) is { } body)
        {
            return Follow(getter, body, null, null, [], at);
        }

        return ForeignStatic(member, at);
    }

    /// <summary>What another assembly has, or computes: no initialiser is at hand.</summary>
    private Value ForeignStatic(ISymbol member, IMemberReferenceOperation at) =>
        IsFramework(member) || LayerCatalogue.IsTorchSharp(member)
        || member is IFieldSymbol { IsReadOnly: true, Type.IsValueType: true }
        ? Opaque(at, [], ReasonOf(member))
        : Value.Unclear(new(at.Syntax, Writable));

    private void WriteStatic(ISymbol member, Value value, IMemberReferenceOperation at, Frame frame)
    {
        if (KeyOf(member) is { } key)
        {
            Write(new Place(_statics, key), value, at.Syntax);
        }
        else if (member is IPropertySymbol { SetMethod: { } setter } && Body(setter) is { } body)
        {
            Follow(setter, body, null, null, [value], at);
        }
    }

    private Value InitialStatic(ISymbol member, IMemberReferenceOperation at)
    {
        var isReadOnly = member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null };
        var isOwn = member.DeclaredAccessibility is Accessibility.Private or Accessibility.NotApplicable;
        var type = LayerMembers.TypeOf(member);
        if (!isReadOnly && !isOwn)
        {
            return AsDeclared(member) ?? Value.Unclear(new(at.Syntax, Writable));
        }

        if (WritesOf(member, isReadOnly) is { } write)
        {
            return Value.Unclear(
                new(
                    at.Syntax,
                    isReadOnly
                        ? $"is static, and line {Literal.Of(LineOf(write))} may change what it holds; pass the size on instead"
                        : $"is static and also written in line {Literal.Of(LineOf(write))}, who knows when; pass the size on instead"));
        }

        if (!isOwn && !IsImmutable(type))
        {
            return Value.Unclear(
                new(at.Syntax, "is an object that others can change; make it private or an ImmutableArray, or its elements constants"));
        }

        if (_initialStatics.Any(other => IsBefore(other, member)))
        {
            return Value.Unclear(new(at.Syntax, "is read before its own initialiser has run; declare it first"));
        }

        var initializer = member.DeclaringSyntaxReferences.Select(InitializerOf).FirstOrDefault(static found => found is not null);
        var frame = new Frame(null, null, isBody: true);
        if (initializer is not ISymbolInitializerOperation { Value: var value })
        {
            return type.IsValueType ? DefaultOf(type, at, frame) : Value.Null();
        }

        _initialStatics.Push(member);
        var initial = Evaluate(value, frame);
        _initialStatics.Pop();
        return initial;
    }

    /// <summary>Whether a static member's initialiser runs before another one's of its class, or in an order that is not settled.</summary>
    private static bool IsBefore(ISymbol member, ISymbol other) =>
        SymbolEqualityComparer.Default.Equals(member.ContainingType, other.ContainingType)
        && member.DeclaringSyntaxReferences.FirstOrDefault() is { } first
        && other.DeclaringSyntaxReferences.FirstOrDefault() is { } second
        && (first.SyntaxTree != second.SyntaxTree || first.Span.Start <= second.Span.Start);

    /// <summary>Whether there is one for each type argument, and it may change.</summary>
    private static bool IsOfSeveral(ISymbol member) => member.ContainingType.IsGenericType
        && !(member is IFieldSymbol { IsReadOnly: true, Type: var type } && IsImmutable(type))
        && !(member is IPropertySymbol { SetMethod: null, Type: var own } && IsImmutable(own));

    /// <summary>
    /// Where its class writes a static member outside its initialiser; of a read-only one, where its content may be changed.
    /// </summary>
    private SyntaxNode? WritesOf(ISymbol member, bool isReadOnly)
    {
        var isContent = isReadOnly && !IsImmutable(LayerMembers.TypeOf(member));
        return isReadOnly && !isContent
            && !member.ContainingType.StaticConstructors.Any(static constructor => !constructor.IsImplicitlyDeclared)
            ? null
            : member.ContainingType.DeclaringSyntaxReferences
                .SelectMany(part => part.Node(cancellation).DescendantNodes())
                .OfType<IdentifierNameSyntax>()
                .FirstOrDefault(name =>
                    name.Identifier.ValueText == member.Name && IsWritten(Whole(name)) is var isWritten
                        && (isWritten || (isContent && IsHandedOn(Whole(name)))));
    }

    private static ExpressionSyntax Whole(ExpressionSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;

    private static bool IsWritten(SyntaxNode expression) => expression.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == expression,
        PrefixUnaryExpressionSyntax prefix =>
            prefix.RawKind is (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression
            or (int)SyntaxKind.AddressOfExpression,
        PostfixUnaryExpressionSyntax postfix => postfix.RawKind != (int)SyntaxKind.SuppressNullableWarningExpression,
        ArgumentSyntax argument =>
            !argument.RefKindKeyword.IsKind(SyntaxKind.None) || (argument.Parent is TupleExpressionSyntax tuple && IsWritten(tuple)),
        RefExpressionSyntax => true,
        MemberAccessExpressionSyntax or ElementAccessExpressionSyntax => IsWritten(expression.Parent),
        _ => false,
    };

    /// <summary>Whether another name of an object, or a call on it, may change what it holds.</summary>
    private static bool IsHandedOn(SyntaxNode expression) => expression.Parent switch
    {
        ElementAccessExpressionSyntax or CommonForEachStatementSyntax or SpreadElementSyntax => false,
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } call => !IsQuery(call.Name.Identifier.ValueText),
        MemberAccessExpressionSyntax => false,
        _ => true,
    };

    private static bool IsImmutable(ITypeSymbol type) =>
        type.IsValueType || type.SpecialType == SpecialType.System_String || type.TypeKind == TypeKind.Delegate
        || type.Name.StartsWith("Immutable", StringComparison.Ordinal) || type.Name.StartsWith("Frozen", StringComparison.Ordinal)
        || type.Name.StartsWith("IReadOnly", StringComparison.Ordinal);

    private static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
