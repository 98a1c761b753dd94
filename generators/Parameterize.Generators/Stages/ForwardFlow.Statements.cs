using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Parameterize.Generators.Stages;

/// <content>Statements: what variables hold after them.</content>
internal sealed partial class ForwardFlow
{
    /// <summary>Runs a method of the class with nothing in it that has come through a layer.</summary>
    public void Run(SyntaxNode method) => Inside(method, [], [], default);

    /// <summary>A method of the class, or one inside of one.</summary>
    /// <param name="method">It.</param>
    /// <param name="arguments">What its parameters are given, in order.</param>
    /// <param name="layers">Which layers its parameters are given.</param>
    /// <param name="all">What all of them bring: the result where it is too deep to follow.</param>
    private Carried Inside(SyntaxNode method, IReadOnlyList<Carried> arguments, IReadOnlyList<FlowMember?> layers, Carried all)
    {
        if (_running.Contains(method) || _running.Count == Deepest)
        {
            return all;
        }

        _running.Add(method);
        var (values, named, local, returned) = (_values, _layers, _local, _returned);
        var isLocal = method is LocalFunctionStatementSyntax;
        _values = values.Where(value => isLocal || fields.Contains(value.Key)).ToDictionary(value => value.Key, value => value.Value);
        (_layers, _local, _returned) = (isLocal ? new(named) : [], isLocal ? new(local) : [], default);
        var parameters = ParametersOf(method);
        for (var index = 0; index < parameters.Length; index++)
        {
            _values[parameters[index]] = index < arguments.Count ? arguments[index] : default;
            if (index < layers.Count && layers[index] is { } layer)
            {
                _layers[parameters[index]] = layer;
            }
            else
            {
                _layers.Remove(parameters[index]);
            }
        }

        var result = method switch
        {
            BaseMethodDeclarationSyntax { ExpressionBody.Expression: var expression } => Of(expression),
            BaseMethodDeclarationSyntax { Body: { } body } => Returned(body),
            LocalFunctionStatementSyntax { ExpressionBody.Expression: var expression } => Of(expression),
            LocalFunctionStatementSyntax { Body: { } body } => Returned(body),
            PropertyDeclarationSyntax { ExpressionBody.Expression: var expression } => Of(expression),
            _ => default,
        };
        foreach (var value in _values.Where(value => fields.Contains(value.Key)))
        {
            values[value.Key] = value.Value;
        }

        (_values, _layers, _local, _returned) = (values, named, local, returned);
        _running.RemoveAt(_running.Count - 1);
        return result;
    }

    private static string[] ParametersOf(SyntaxNode method) =>
        (method switch
        {
            BaseMethodDeclarationSyntax own => own.ParameterList,
            LocalFunctionStatementSyntax local => local.ParameterList,
            _ => null,
        })?.Parameters.Select(parameter => parameter.Identifier.ValueText).ToArray() ?? [];

    private Carried Returned(BlockSyntax body)
    {
        Run(body.Statements);
        return _returned;
    }

    private void Run(IEnumerable<StatementSyntax> statements)
    {
        foreach (var statement in statements)
        {
            Run(statement);
        }
    }

    private void Run(StatementSyntax? statement)
    {
        Step();
        switch (statement)
        {
            case BlockSyntax block:
                Run(block.Statements);
                break;
            case LocalFunctionStatementSyntax function:
                _local[function.Identifier.ValueText] = function;
                break;
            case LocalDeclarationStatementSyntax { Declaration: var declaration }:
                Declare(declaration);
                break;
            case ReturnStatementSyntax { Expression: var result }:
                _returned = _returned.And(Of(result));
                break;
            case YieldStatementSyntax { Expression: var element }:
                _returned = _returned.And(Of(element));
                break;
            case IfStatementSyntax choice:
                _ = Of(choice.Condition);
                Choose(() => Run(choice.Statement), () => Run(choice.Else?.Statement));
                break;
            case SwitchStatementSyntax { Sections: var sections } several:
                _ = Of(several.Expression);
                Choose([() => { }, .. sections.Select(section => (Action)(() => Run(section.Statements)))]);
                break;
            case ForStatementSyntax loop:
                Declare(loop.Declaration);
                _ = OfAll(loop.Initializers);
                Repeat(() => Run(loop.Statement));
                break;
            case WhileStatementSyntax loop:
                Repeat(() => Run(loop.Statement));
                break;
            case DoStatementSyntax loop:
                Repeat(() => Run(loop.Statement));
                break;
            case ForEachStatementSyntax loop:
                Name(loop.Identifier.ValueText, loop.Expression, Of(loop.Expression));
                Repeat(() => Run(loop.Statement));
                break;
            case ForEachVariableStatementSyntax loop:
                Assign(loop.Variable, loop.Expression, Of(loop.Expression));
                Repeat(() => Run(loop.Statement));
                break;
            case UsingStatementSyntax scope:
                Declare(scope.Declaration);
                _ = Of(scope.Expression);
                Run(scope.Statement);
                break;
            case TryStatementSyntax attempt:
                Run(attempt.Block);
                Choose([() => { }, .. attempt.Catches.Select(caught => (Action)(() => Run(caught.Block)))]);
                Run(attempt.Finally?.Block);
                break;
            case null:
                break;
            default:
                foreach (var child in statement.ChildNodes())
                {
                    if (child is StatementSyntax inner)
                    {
                        Run(inner);
                    }
                    else
                    {
                        _ = Of(child);
                    }
                }

                break;
        }
    }

    /// <summary>One of several ways: afterwards a variable may hold what it holds after any of them.</summary>
    private void Choose(params Action[] ways)
    {
        var (before, after) = (_values, new Dictionary<string, Carried>());
        foreach (var way in ways)
        {
            _values = new(before);
            way();
            foreach (var value in _values)
            {
                after[value.Key] = after.TryGetValue(value.Key, out var other) ? other.And(value.Value) : value.Value;
            }
        }

        _values = after;
    }

    /// <summary>A loop: what one round leaves, the next one finds.</summary>
    private void Repeat(Action round)
    {
        Choose(() => { }, round);
        Choose(() => { }, round);
    }

    private void Declare(VariableDeclarationSyntax? declaration)
    {
        foreach (var variable in declaration?.Variables ?? default)
        {
            Name(variable.Identifier.ValueText, variable.Initializer?.Value, Of(variable.Initializer?.Value));
        }
    }

    private void Name(string variable, ExpressionSyntax? from, Carried value)
    {
        _values[variable] = value;
        if (from is not null && LayerOf(from) is { } layer)
        {
            _layers[variable] = layer;
        }
        else
        {
            _layers.Remove(variable);
        }
    }

    private void Assign(SyntaxNode target, ExpressionSyntax from, Carried value)
    {
        switch (target)
        {
            case IdentifierNameSyntax { Identifier.ValueText: var name }:
                Name(name, from, value);
                break;
            case MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var own }:
                Name(own, from, value);
                break;
            case ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var list } }:
                _values[list] = _values.TryGetValue(list, out var elements) ? elements.And(value) : value;
                break;
            case TupleExpressionSyntax { Arguments: var several } when from is TupleExpressionSyntax { Arguments: var values }
                && values.Count == several.Count:
                var each = values.Select(element => Of(element.Expression)).ToArray();
                for (var index = 0; index < each.Length; index++)
                {
                    Assign(several[index].Expression, values[index].Expression, each[index]);
                }

                break;
            case TupleExpressionSyntax { Arguments: var parts }:
                foreach (var part in parts)
                {
                    Assign(part.Expression, from, value);
                }

                break;
            case DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax { Variables: var names } }
                when from is TupleExpressionSyntax { Arguments: var given } && given.Count == names.Count
                    && names.All(name => name is SingleVariableDesignationSyntax):
                foreach (var (name, element) in names.Zip(
                    given, (name, element) => (((SingleVariableDesignationSyntax)name).Identifier.ValueText, element.Expression)))
                {
                    Name(name, element, Of(element));
                }

                break;
            case DeclarationExpressionSyntax { Designation: var designation }:
                foreach (var variable in designation.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>())
                {
                    _values[variable.Identifier.ValueText] = value;
                }

                break;
        }
    }
}
