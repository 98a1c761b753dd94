using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Parameterize.Generators.Parsing;

/// <summary>Reads, in the constructors and field initialisers of a class, with which dimensions each member's layers are built.</summary>
internal sealed class ConstructorReader : OperationWalker
{
    private readonly DimensionReader _dimensions;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<ISymbol, List<FactoryCall>> _calls = new(SymbolEqualityComparer.Default);

    private ConstructorReader(DimensionReader dimensions, CancellationToken cancellation) => (_dimensions, _cancellation) = (dimensions, cancellation);

    /// <summary>The factory calls whose results each member holds; a member that is built in a way not understood is left out.</summary>
    public static IReadOnlyDictionary<ISymbol, List<FactoryCall>> Read(
        INamedTypeSymbol type, IReadOnlyDictionary<string, Dimension> widths, Compilation compilation, CancellationToken cancellation)
    {
        var reader = new ConstructorReader(new DimensionReader(widths), cancellation);
        foreach (var operation in Bodies(type, cancellation).Select(syntax => compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, cancellation)))
        {
            reader.Visit(operation);
        }

        return reader._calls;
    }

    public override void DefaultVisit(IOperation operation)
    {
        _cancellation.ThrowIfCancellationRequested();
        base.DefaultVisit(operation);
    }

    public override void VisitVariableDeclarator(IVariableDeclaratorOperation operation)
    {
        if (operation.GetVariableInitializer() is { } initializer)
        {
            Assign(operation.Symbol, initializer.Value);
        }

        base.VisitVariableDeclarator(operation);
    }

    public override void VisitFieldInitializer(IFieldInitializerOperation operation)
    {
        foreach (var field in operation.InitializedFields)
        {
            Assign(field, operation.Value);
        }
    }

    public override void VisitPropertyInitializer(IPropertyInitializerOperation operation)
    {
        foreach (var property in operation.InitializedProperties)
        {
            Assign(property, operation.Value);
        }
    }

    public override void VisitSimpleAssignment(ISimpleAssignmentOperation operation)
    {
        if (Target(operation.Target) is { } variable)
        {
            Assign(variable, operation.Value);
        }

        base.VisitSimpleAssignment(operation);
    }

    public override void VisitCompoundAssignment(ICompoundAssignmentOperation operation)
    {
        if (Target(operation.Target) is { } variable)
        {
            _dimensions.Assign(variable, Dimension.Unknown);
        }

        base.VisitCompoundAssignment(operation);
    }

    public override void VisitInvocation(IInvocationOperation operation)
    {
        if (operation.TargetMethod.Name is "Add" or "Insert" && operation.Instance is { } list && Target(list) is { } member)
        {
            foreach (var argument in operation.Arguments)
            {
                Collect(member, argument.Value);
            }
        }

        base.VisitInvocation(operation);
    }

    private static IEnumerable<SyntaxNode> Bodies(INamedTypeSymbol type, CancellationToken cancellation)
    {
        foreach (var declaration in type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).OfType<TypeDeclarationSyntax>())
        {
            foreach (var member in declaration.Members)
            {
                switch (member)
                {
                    case FieldDeclarationSyntax field:
                        foreach (var variable in field.Declaration.Variables.Where(variable => variable.Initializer is not null))
                        {
                            yield return variable.Initializer!;
                        }

                        break;
                    case PropertyDeclarationSyntax { Initializer: { } initializer }:
                        yield return initializer;
                        break;
                    case ConstructorDeclarationSyntax constructor:
                        yield return constructor;
                        break;
                }
            }
        }
    }

    /// <summary>The local, field or property that is written to, or whose element is.</summary>
    private static ISymbol? Target(IOperation operation) => operation switch
    {
        ILocalReferenceOperation reference => reference.Local,
        IFieldReferenceOperation reference => reference.Field,
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list } => Target(list),
        IPropertyReferenceOperation reference => reference.Property,
        IArrayElementReferenceOperation element => Target(element.ArrayReference),
        IConversionOperation conversion => Target(conversion.Operand),
        _ => null,
    };

    private void Assign(ISymbol variable, IOperation value)
    {
        _dimensions.Assign(variable, _dimensions.Read(value));
        Collect(variable, value);
    }

    /// <summary>Notes every factory call in an expression, through initialisers, lambdas and variables.</summary>
    private void Collect(ISymbol member, IOperation value)
    {
        foreach (var part in value.DescendantsAndSelf())
        {
            switch (part)
            {
                case IInvocationOperation invocation when LayerCatalogue.IsFactory(invocation.TargetMethod):
                    Calls(member).Add(ToCall(invocation));
                    break;
                case ILocalReferenceOperation { Local: var local } when _calls.TryGetValue(local, out var calls) && !ReferenceEquals(calls, Calls(member)):
                    Calls(member).AddRange(calls);
                    break;
            }
        }
    }

    private List<FactoryCall> Calls(ISymbol member)
    {
        if (!_calls.TryGetValue(member, out var calls))
        {
            _calls.Add(member, calls = []);
        }

        return calls;
    }

    private FactoryCall ToCall(IInvocationOperation invocation)
    {
        var arguments = invocation.Arguments.Where(argument => argument.Parameter is not null).ToLookup(argument => argument.Parameter!.Ordinal, argument => argument.Value);
        var ordinals = Enumerable.Range(0, invocation.TargetMethod.Parameters.Length).ToArray();
        return new FactoryCall(
            invocation.TargetMethod.Name,
            ordinals.Select(ordinal => _dimensions.Read(arguments[ordinal].FirstOrDefault())).ToArray(),
            ordinals
                .Where(ordinal => arguments[ordinal].FirstOrDefault() is { ConstantValue: { HasValue: true, Value: bool } })
                .ToDictionary(ordinal => ordinal, ordinal => (bool)arguments[ordinal].First().ConstantValue.Value!));
    }
}
