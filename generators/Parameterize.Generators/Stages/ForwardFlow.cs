using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Parameterize.Generators.Stages;

/// <summary>
/// Follows a forward pass as it is written: through variables, branches, loops, lambdas and the class's own methods. By syntax alone, since
/// the generated methods that it calls are not there yet. What it cannot follow is taken to hand on what it is given.
/// </summary>
/// <param name="members">The members with layers, by name.</param>
/// <param name="forwards">The same by the generated method or property.</param>
/// <param name="methods">The class's own methods and properties that have a body.</param>
/// <param name="fields">The names of its fields and properties, which all methods share.</param>
internal sealed partial class ForwardFlow(
    IReadOnlyDictionary<string, FlowMember> members,
    IReadOnlyDictionary<string, FlowMember> forwards,
    IReadOnlyDictionary<string, SyntaxNode> methods,
    ISet<string> fields)
{
    private const int Deepest = 12;

    /// <summary>How many expressions are looked at: loops and methods inside one another multiply.</summary>
    private const int MostSteps = 200_000;

    /// <summary>How deep expressions may be inside one another: a number, so that every machine's stack gives one answer.</summary>
    private const int MostNested = 1_000;

    private readonly List<SyntaxNode> _running = [];
    private Dictionary<string, Carried> _values = [];
    private Dictionary<string, FlowMember> _layers = [];
    private Dictionary<string, SyntaxNode> _local = [];
    private Carried _returned;
    private int _steps;
    private int _nested;

    private Carried Of(SyntaxNode? node)
    {
        Step();
        if (++_nested > MostNested)
        {
            throw new InsufficientExecutionStackException();
        }

        var carried = node switch
        {
            null => default,
            InvocationExpressionSyntax call => OfCall(call),
            AssignmentExpressionSyntax assignment => OfAssignment(assignment),
            AnonymousFunctionExpressionSyntax function => OfFunction(function, [], null),
            ConditionalAccessExpressionSyntax access => Of(access.Expression).And(Of(access.WhenNotNull)),
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access => OfName(access.Name.Identifier.ValueText),
            MemberAccessExpressionSyntax access => FlowNames.IsLook(access.Name.Identifier.ValueText) ? default : Of(access.Expression),
            IdentifierNameSyntax name => OfName(name.Identifier.ValueText),
            TypeSyntax => default,
            _ => OfAll(node.ChildNodes()),
        };
        _nested--;
        return carried;
    }

    /// <summary>Gives up on code without an end, or which the stack would not last for: an overflow would end the compiler.</summary>
    /// <exception cref="InsufficientExecutionStackException">It is that.</exception>
    private void Step()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (++_steps > MostSteps)
        {
            throw new InsufficientExecutionStackException();
        }
    }

    private Carried OfAll(IEnumerable<SyntaxNode> nodes) => nodes.Aggregate(default(Carried), (all, node) => all.And(Of(node)));

    private Carried OfName(string name)
    {
        if (_values.TryGetValue(name, out var value))
        {
            return value;
        }

        if (forwards.TryGetValue(name, out var member) || (members.TryGetValue(name, out member) && member.Parts[0].IsValue))
        {
            return member.Apply(default);
        }

        return methods.TryGetValue(name, out var property) && property is PropertyDeclarationSyntax
            ? Inside(property, [], [], default)
            : default;
    }

    private Carried OfCall(InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        switch (call.Expression)
        {
            case IdentifierNameSyntax { Identifier.ValueText: var name }:
                return OfOwn(name, arguments);
            case MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var own }:
                return OfOwn(own, arguments);
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: var method, Expression: var receiver }:
                return OfReceiver(receiver, method, arguments);
            case MemberBindingExpressionSyntax { Name.Identifier.ValueText: var method }
                when call.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>() is { Expression: var receiver }:
                return OfReceiver(receiver, method, arguments);
            default:
                return Of(call.Expression).And(OfArguments(arguments, default, null));
        }
    }

    private Carried OfOwn(string name, SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        if (forwards.TryGetValue(name, out var member) || _layers.TryGetValue(name, out member))
        {
            return member.Apply(OfArguments(arguments, default, null));
        }

        if (_local.TryGetValue(name, out var method) || methods.TryGetValue(name, out method))
        {
            // Each once: calls in calls would multiply.
            Carried?[] each = [.. arguments.Select(argument => IsFunction(argument.Expression) ? null : (Carried?)Of(argument.Expression))];
            var all = WithFunctions(arguments, each.Aggregate(default(Carried), (all, one) => all.And(one ?? default)), default, null);
            return Inside(
                method, [.. each.Select(one => one ?? all)], [.. arguments.Select(argument => LayerOf(argument.Expression))], all);
        }

        var given = OfArguments(arguments, default, null);
        if (FlowNames.IsLook(name))
        {
            return default;
        }

        return _values.TryGetValue(name, out var function) ? function.And(given) : given;
    }

    private Carried OfReceiver(ExpressionSyntax receiver, string method, SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        if (FlowNames.IsLook(method))
        {
            return default;
        }

        var layer = LayerOf(receiver);
        if (layer is not null && FlowNames.IsCall(method))
        {
            return layer.Apply(OfArguments(arguments, default, null));
        }

        var value = layer is null ? Of(receiver) : default;
        return value.And(OfArguments(arguments, value, layer));
    }

    /// <summary>What arguments bring; those that are functions are run with what the receiver has, value or layers.</summary>
    private Carried OfArguments(SeparatedSyntaxList<ArgumentSyntax> arguments, Carried receiver, FlowMember? layers)
    {
        var given = arguments.Where(argument => !IsFunction(argument.Expression))
            .Aggregate(default(Carried), (all, argument) => all.And(Of(argument.Expression)));
        return WithFunctions(arguments, given, receiver, layers);
    }

    private Carried WithFunctions(
        SeparatedSyntaxList<ArgumentSyntax> arguments, Carried given, Carried receiver, FlowMember? layers) =>
        arguments.Select(argument => argument.Expression).Where(IsFunction)
            .Aggregate(given, (all, function) => all.And(Run(function, all.And(receiver), layers)));

    /// <summary>Whether an argument is what a method can run: a function, one of the class's methods by its name, a layer.</summary>
    private bool IsFunction(ExpressionSyntax argument) => argument is AnonymousFunctionExpressionSyntax
        || (NameOf(argument) is { } name && !_values.ContainsKey(name)
            && (LayerOf(argument) is not null || MethodOf(name) is not (null or PropertyDeclarationSyntax)));

    /// <summary>What such an argument makes of what it is run with.</summary>
    private Carried Run(ExpressionSyntax function, Carried given, FlowMember? layers)
    {
        if (function is AnonymousFunctionExpressionSyntax written)
        {
            return OfFunction(written, [given], layers);
        }

        return LayerOf(function) is { } layer
            ? layer.Apply(given)
            : Inside(MethodOf(NameOf(function)!)!, [given, given, given], [], given);
    }

    private SyntaxNode? MethodOf(string name) => _local.TryGetValue(name, out var method) || methods.TryGetValue(name, out method)
        ? method
        : null;

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax { Identifier.ValueText: var name } => name,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var own } => own,
        _ => null,
    };

    /// <summary>A function of elements: of several parameters the first may be what has come of those before.</summary>
    private Carried OfFunction(AnonymousFunctionExpressionSyntax function, IReadOnlyList<Carried> given, FlowMember? layers)
    {
        var parameters = function switch
        {
            SimpleLambdaExpressionSyntax simple => [simple.Parameter.Identifier.ValueText],
            ParenthesizedLambdaExpressionSyntax several =>
                several.ParameterList.Parameters.Select(parameter => parameter.Identifier.ValueText).ToArray(),
            _ => [],
        };
        foreach (var parameter in parameters)
        {
            _values[parameter] = given.Count > 0 ? given[0] : default;
            if (layers is not null)
            {
                _layers[parameter] = layers;
            }
        }

        var outer = _returned;
        _returned = default;
        var result = function.Body is BlockSyntax block ? Returned(block) : Of(function.Body);
        if (parameters.Length > 1)
        {
            _values[parameters[0]] = _values[parameters[0]].And(result);
            result = result.And(function.Body is BlockSyntax again ? Returned(again) : Of(function.Body));
        }

        _returned = outer;
        return result;
    }

    /// <summary>The member that an expression is, or is an element of; null for anything else.</summary>
    private FlowMember? LayerOf(ExpressionSyntax expression)
    {
        Step();
        return expression switch
        {
            IdentifierNameSyntax { Identifier.ValueText: var name } => _layers.TryGetValue(name, out var layer) ? layer : MemberOf(name),
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var own } => MemberOf(own),
            ElementAccessExpressionSyntax element => LayerOf(element.Expression),
            PostfixUnaryExpressionSyntax forgiven => LayerOf(forgiven.Operand),
            ParenthesizedExpressionSyntax inner => LayerOf(inner.Expression),
            CastExpressionSyntax cast => LayerOf(cast.Expression),
            InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Expression: var list, Name.Identifier.ValueText: var method },
            } when !FlowNames.IsCall(method) => LayerOf(list),
            _ => null,
        };
    }

    /// <summary>The member of a name, or of its generated method; a number of its own is neither run nor handed on as a function.</summary>
    private FlowMember? MemberOf(string name) =>
        (members.TryGetValue(name, out var member) || forwards.TryGetValue(name, out member)) && !member.Parts[0].IsValue ? member : null;

    private Carried OfAssignment(AssignmentExpressionSyntax assignment)
    {
        var value = Of(assignment.Right);
        Assign(assignment.Left, assignment.Right, assignment.OperatorToken.ValueText == "=" ? value : value.And(Of(assignment.Left)));
        return value;
    }
}
